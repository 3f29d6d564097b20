"""YAML 1.2 text to nodes, bounded in size and depth; every float, tag and double key is a fault."""

from collections.abc import Iterator
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scenarios.spec.nodes import Map, Mark, Node, Path, Scalar, Seq
from scenarios.spec.problem import Fault, SpecProblem
from scenarios.spec.scalars import is_float, resolve

MAX_DEPTH = 32
MAX_NODES = 1_000_000


class _Frame:
    """A list or mapping being filled."""

    def __init__(self, node: Seq | Map, anchor: str | None, path: Path) -> None:
        self.node, self.anchor, self.path = node, anchor, path
        self.key: str | None = None
        self.key_mark = node.mark
        self.waiting = isinstance(node, Map)

    def below(self) -> Path:
        """The path of the value that comes next."""
        step = len(self.node.items) if isinstance(self.node, Seq) else self.key or ""
        return (*self.path, step)


class _Builder:
    """Turns parser events into nodes, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.frames: list[_Frame] = []
        self.anchors: dict[str, Node] = {}
        self.roots: list[Node] = []

    def take(self, event: Any) -> None:
        """One event of the parser."""
        mark = Mark(self.file, event.start_mark.line + 1)
        if isinstance(event, DocumentStartEvent) and self.roots:
            self.stop("many_documents", mark)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.open(event, mark)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.close()
        elif isinstance(event, ScalarEvent):
            self.scalar(event, mark)
        elif isinstance(event, AliasEvent):
            self.alias(event, mark)

    def open(self, event: Any, mark: Mark) -> None:
        if len(self.frames) >= MAX_DEPTH:
            self.stop("too_deep", mark, most=MAX_DEPTH)
        self.refuse_tag(event, mark)
        frame = self.frames[-1] if self.frames else None
        if frame and frame.waiting:
            self.stop("complex_key", mark)
        node = Map(mark) if isinstance(event, MappingStartEvent) else Seq(mark)
        self.frames.append(_Frame(node, event.anchor, frame.below() if frame else ()))

    def close(self) -> None:
        frame = self.frames.pop()
        below = frame.node.items
        frame.node.weight += sum(n.weight for n in (below.values() if isinstance(below, dict) else below))
        self.add(frame.node, frame.anchor)

    def scalar(self, event: Any, mark: Mark) -> None:
        self.refuse_tag(event, mark)
        event.value = self.joined(event.value, mark)
        frame = self.frames[-1] if self.frames else None
        if frame and frame.waiting:
            frame.key, frame.key_mark, frame.waiting = event.value, mark, False
            return
        bare = event.style is None
        if bare and is_float(event.value):
            self.faults.append(Fault("float", frame.below() if frame else (), {"text": event.value}, mark))
        # A float goes on as text, so that one fault does not hide the next.
        self.add(Scalar(mark, resolve(event.value) if bare else event.value), event.anchor)

    def joined(self, text: str, mark: Mark) -> str:
        """JSON writes rare characters as two escapes, which belong together."""
        if not any("\ud800" <= c <= "\udfff" for c in text):
            return text
        try:
            return text.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            self.stop("yaml_syntax", mark, detail="half of a surrogate pair")

    def alias(self, event: Any, mark: Mark) -> None:
        node = self.anchors.get(event.anchor)
        if node is None or (self.frames and self.frames[-1].waiting):
            self.stop("bad_alias", mark, name=event.anchor)
        else:
            self.add(node, None)

    def add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        self.count(node)
        if not self.frames:
            self.roots.append(node)
            return
        frame = self.frames[-1]
        if isinstance(frame.node, Seq):
            frame.node.items.append(node)
        else:
            self.put(frame, frame.node, node)

    def put(self, frame: _Frame, target: Map, node: Node) -> None:
        key, frame.waiting = frame.key or "", True
        if key in target.items:
            first = target.keys[key].line
            facts = {"key": key, "first": first}
            self.faults.append(Fault("duplicate_key", (*frame.path, key), facts, frame.key_mark))
            return
        target.items[key], target.keys[key] = node, frame.key_mark

    def count(self, node: Node) -> None:
        """Bounds the expanded size: what an alias stands for counts each time."""
        if node.weight > MAX_NODES:
            self.stop("too_many_nodes", node.mark, most=MAX_NODES)

    def refuse_tag(self, event: Any, mark: Mark) -> None:
        if event.tag is not None and event.tag != "!":
            self.faults.append(Fault("tag", (), {"tag": event.tag}, mark))

    def stop(self, code: str, mark: Mark, **facts: object) -> NoReturn:
        raise SpecProblem(faults=(*self.faults, Fault(code, (), facts, mark)))


def _events(text: str) -> Iterator[Any]:
    parser = YAML(typ="safe", pure=True)
    yield from parser.parse(text)


def read_yaml(text: str, file: str) -> tuple[Node, list[Fault]]:
    """The nodes of one YAML document and the faults met; raises SpecProblem where reading must stop."""
    builder = _Builder(file)
    try:
        for event in _events(text):
            builder.take(event)
    except MarkedYAMLError as error:
        spot = error.problem_mark or error.context_mark
        line = spot.line + 1 if spot else 1
        builder.stop("yaml_syntax", Mark(file, line), detail=error.problem or error.context or "")
    except (YAMLError, RecursionError, ValueError) as error:
        builder.stop("yaml_syntax", Mark(file, 1), detail=str(error).splitlines()[0] if str(error) else "")
    if not builder.roots:
        builder.stop("empty", Mark(file, 1))
    return builder.roots[0], builder.faults
