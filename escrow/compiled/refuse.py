"""What the compiled engine does not express, refused by name."""

from escrow.compiled.jit import NumbaMissing, available
from escrow.processes.scheme import Setting
from ledger.problem import Problem
from ledger.text import Lang, Text

AS_OF = Text("as_of（以某日为界重算）", "as_of (a run that goes on from a day)")
PARTNERS = Text("一个项目有多家企业（partners）", "several enterprises in one project (partners)")
NOT_EXPRESSED = (AS_OF, PARTNERS)
NO_NUMBA = Text(
    "未安装 numba（pip install 'anxinbao[sweep]'）", "anything without numba (pip install 'anxinbao[sweep]')"
)


class UnsupportedPolicy(Problem):
    """The compiled engine was asked for something that only the readable one does; `what` is Texts."""

    message = Text("编译引擎不支持：{what}", "the compiled engine does not support {what}")
    advice = Text(
        "请使用 --engine simpy，或用 --engine auto 自动改用",
        "use --engine simpy, or --engine auto, which falls back by itself",
    )

    def say(self, lang: Lang) -> str:
        """The message in `lang`, with everything that is not supported."""
        between = "、" if lang == "zh" else ", "
        return self.message.say(lang).format(what=between.join(text.say(lang) for text in self.facts["what"]))


def unsupported(setting: Setting) -> list[Text]:
    """Everything in a setting that the compiled engine does not express; empty when it does all."""
    found = [] if available() else [NO_NUMBA]
    if setting.as_of is not None:
        found.append(AS_OF)
    if any(plan.partners for plan in setting.portfolio.projects):
        found.append(PARTNERS)
    return found


def must_support(setting: Setting) -> None:
    """Raise UnsupportedPolicy unless everything is expressed, NumbaMissing where nothing can be compiled."""
    if not available():
        raise NumbaMissing
    if found := unsupported(setting):
        raise refusal(found)


def refusal(found: list[Text]) -> UnsupportedPolicy:
    """The problem that names what was found."""
    return UnsupportedPolicy(what=found)
