"""Faults in a policy file, or in what somebody asks of a policy, each with place and advice."""

from collections.abc import Iterable
from difflib import get_close_matches

from ledger.problem import Problem
from ledger.text import Lang, Text


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known names that look like `name`, the likest first."""
    names = sorted(known)
    close = get_close_matches(name, names, n=3, cutoff=0.6)
    if not close and len(name) >= 4:
        close = [each for each in names if name in each][:3]
    return tuple(close)


class CatalogueProblem(Problem):
    """Base of this folder's faults; a fact that is a `Text` is said in the language asked for."""

    def _fill(self, template: Text, lang: Lang) -> str:
        facts = {key: _said(value, lang) for key, value in self.facts.items()}
        return template.say(lang).format_map(facts)

    def say(self, lang: Lang) -> str:
        """The message in `lang`."""
        return self._fill(self.message, lang)

    def advise(self, lang: Lang) -> str:
        """What to do next, in `lang`."""
        return self._fill(self.advice, lang)


def _said(value: object, lang: Lang) -> object:
    return value.say(lang) if isinstance(value, Text) else value


class UnknownName(CatalogueProblem):
    """A name nobody knows; facts: name, known. The advice names what comes near."""

    close = Text("是否想写：{near}？", "did you mean {near}?")
    otherwise = Text("可用的有：{known}。", "known: {known}.")

    def __init__(self, facts: dict[str, object] | None = None, /, **more: object) -> None:
        given = {**(facts or {}), **more}
        known = given.get("known", ())
        names = tuple(known.split(", ")) if isinstance(known, str) else tuple(known)  # type: ignore[arg-type]
        given["known"] = ", ".join(names)
        given.setdefault("near", ", ".join(near(str(given.get("name", "")), names)))
        super().__init__(given)

    def advise(self, lang: Lang) -> str:
        """The names that come near, or else all of them."""
        return self._fill(self.close if self.facts["near"] else self.otherwise, lang)


class PolicyNotFound(UnknownName):
    """No policy of that name, and no file at that path."""

    message = Text("找不到政策“{name}”", "no policy called {name!r}")


class UnknownParameter(UnknownName):
    """An override names a parameter that the policy does not have."""

    message = Text("政策 {policy} 没有参数“{name}”", "policy {policy} has no parameter {name!r}")


class UnknownReading(UnknownName):
    """A reading that is not among the policy's open points."""

    message = Text("政策 {policy} 没有读法“{name}”", "policy {policy} has no reading {name!r}")


class UnknownOption(UnknownName):
    """A reading is given an option that it does not have."""

    message = Text("读法 {reading} 没有选项“{name}”", "reading {reading} has no option {name!r}")


class UnknownPreset(UnknownName):
    """A preset that the policy does not bundle."""

    message = Text("政策 {policy} 没有预设“{name}”", "policy {policy} has no preset {name!r}")


class FactNotReading(CatalogueProblem):
    """An open point that the scenario answers as a fact was given as a reading or an override."""

    message = Text(
        "“{name}”是情景中的事实，不是读法或参数",
        "{name} is a fact of the scenario, not a reading or parameter",
    )
    advice = Text("请写在项目之下：{where}", "state it on the project: {where}")


class OptionCannotWork(CatalogueProblem):
    """An option that is listed, with the reason why it cannot be chosen."""

    message = Text(
        "读法 {reading} 的选项 {option} 不能使用：{why}", "option {option} of {reading} cannot work: {why}"
    )
    advice = Text("可选：{known}", "choose one of: {known}")


class BadValue(CatalogueProblem):
    """A value that its parameter cannot take; facts: parameter, value, expected (Text)."""

    message = Text("参数 {parameter} 的值“{value}”无效", "parameter {parameter} cannot be {value!r}")
    advice = Text("应为{expected}", "expected {expected}")


class BadCatalogue(CatalogueProblem):
    """A fault in a policy file; facts: file, line, field, fault (Text), expected (Text), more (count)."""

    message = Text("{file} 第 {line} 行，{field}：{fault}", "{file} line {line}, {field}: {fault}")
    advice = Text("{expected}", "{expected}")
