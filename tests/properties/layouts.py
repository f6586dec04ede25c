"""Nodes written as a file: tidily, the way the canonical form is described, or any way that YAML reads the same."""

from __future__ import annotations

import random
from typing import Any

from minsheng_cli.source.nodes import MappingNode, Scalar, SequenceNode


class Tidy:
    """The canonical form, written down a second time and much simpler: for what has no comments."""

    def document(self, root: Any) -> str:
        return "\n".join(self.block(root, 0)) + "\n"

    def block(self, node: Any, indent: int) -> list[str]:
        lines: list[str] = []
        if isinstance(node, MappingNode):
            for name, value in node.values.items():
                head = " " * indent + self.scalar(node.keys[name]) + ":"
                lines += self.below(head, value, indent + 2)
        else:
            for item in node.items:
                if isinstance(item, (MappingNode, SequenceNode)) and not item.flow:
                    first, *others = self.block(item, indent + 2)
                    lines += [" " * indent + "- " + first.lstrip(), *others]
                else:
                    lines += self.below(" " * indent + "-", item, indent + 2)
        return lines

    def below(self, head: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, Scalar) or value.flow:
            text = self.inline(value)
            return [f"{head} {text}" if text else head]
        return [head, *self.block(value, indent)]

    def inline(self, node: Any) -> str:
        if isinstance(node, Scalar):
            return self.scalar(node)
        if isinstance(node, SequenceNode):
            return f"[{', '.join(map(self.inline, node.items))}]"
        pairs = [
            f"{self.scalar(node.keys[name])}: {self.inline(value)}" for name, value in node.values.items()
        ]
        return f"{{{', '.join(pairs)}}}"

    def scalar(self, node: Scalar) -> str:
        if not node.quoted:
            return node.text
        return '"' + node.text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Untidy:
    """The same, as people type it whom nobody has told how; with `remarks` also comments, and brackets on several lines."""

    def __init__(self, seed: int, *, remarks: bool) -> None:
        self.rng = random.Random(seed)
        self.remarks = remarks
        self.comments: list[str] = []
        self.lines: list[str] = []

    def document(self, root: Any) -> str:
        if self.rng.random() < 0.2:
            self.lines += self.rng.choice([["---"], ["", "---"]])
        self.block(root, self.rng.choice([0, 0, 0, 3]))
        self.apart(0)
        if self.rng.random() < 0.2:
            self.lines.append("...")
        return "\n".join(self.lines) + self.rng.choice(["\n", "\n", "", "\n\n\n"])

    def blanks(self, least: int = 1) -> str:
        return self.rng.choice([" ", " ", "  ", "    "]) if least else self.rng.choice(["", "", " ", "  "])

    def comment(self) -> str:
        number = len(self.comments)
        typed = self.rng.choice(
            [f"# 说明{number}。", f"#remark {number}。", f"#   - 第{number}条。", f"## 第{number}节。"]
        )
        self.comments.append(typed.lstrip("# ").replace(" ", ""))
        return typed + self.rng.choice(["", "", "  ", "\t"])

    def apart(self, most: int) -> None:
        """Lines between others: a comment at a column up to `most`; without comments nothing that is kept."""
        while self.remarks and self.rng.random() < 0.2:
            if self.rng.random() < 0.5:
                self.lines.append(self.rng.choice(["", "   "]))
            else:
                self.lines.append(" " * self.rng.randint(0, most) + self.comment())

    def end(self) -> str:
        """What stands at the end of a line."""
        if self.remarks and self.rng.random() < 0.15:
            return self.blanks() + self.comment()
        return self.rng.choice(["", "", "", "  "])

    def block(self, node: Any, indent: int, head: str | None = None) -> None:
        """A block; `head`: what its first line begins with, if that has a dash already."""
        mapping = isinstance(node, MappingNode)
        signs = (
            [Tidy().scalar(key) + self.rng.choice(["", "", " "]) + ":" for key in node.keys.values()]
            if mapping
            else []
        )
        values = list(node.values.values()) if mapping else node.items
        for sign, value in zip(signs or ["-"] * len(values), values, strict=True):
            if head is None:
                self.apart(indent)
            start = " " * indent if head is None else head
            head = None
            self.value(start + sign, value, indent, in_list=not mapping)

    def value(self, start: str, value: Any, indent: int, *, in_list: bool) -> None:
        deeper = indent + self.rng.randint(1, 5)
        if isinstance(value, (MappingNode, SequenceNode)) and not value.flow:
            if in_list and self.rng.random() < 0.8:
                head = start + " " * self.rng.randint(1, 4)
                self.block(value, len(head), head)
                return
            self.lines.append(start + self.end())
            if isinstance(value, SequenceNode) and not in_list and self.rng.random() < 0.4:
                deeper = indent
            self.block(value, deeper)
        elif isinstance(value, Scalar) and self.remarks and self.rng.random() < 0.2 and value.quoted:
            self.text(start, value, indent)
        elif self.rng.random() < 0.1 and (text := self.inline(value, deeper)):
            self.lines.append(start + self.end())
            self.apart(deeper)
            self.lines.append(" " * deeper + text + self.end())
        else:
            text = self.inline(value, deeper)
            self.lines.append(start + (self.blanks() + text if text else "") + self.end())

    def text(self, start: str, value: Scalar, indent: int) -> None:
        """A text behind a vertical line."""
        if not value.text or value.text != value.text.strip() or not value.text.isprintable():
            self.lines.append(f"{start} {Tidy().scalar(value)}")
            return
        step = self.rng.randint(1, 5)
        explicit = str(step) if self.rng.random() < 0.3 else ""
        sign = f"{start}{self.blanks()}|{explicit}-" + self.end()
        self.lines += [
            sign,
            " " * (indent + step) + value.text,
            *self.rng.choice([[], [""], ["", " " * indent]]),
        ]

    def inline(self, node: Any, indent: int) -> str:
        if isinstance(node, Scalar):
            return self.long(node, indent)
        if isinstance(node, SequenceNode):
            parts, ends = [self.inline(item, indent) for item in node.items], "[]"
        else:
            ends = "{}"
            parts = [
                f"{Tidy().scalar(node.keys[name])}:{self.blanks()}{self.inline(value, indent)}"
                for name, value in node.values.items()
            ]
        text = ends[0]
        for number, part in enumerate(parts, 1):
            comma = "," if number < len(parts) or self.rng.random() < 0.2 else ""
            text += self.gap(indent) + part + self.gap(indent) + comma
        return text + self.gap(indent) + ends[1]

    def gap(self, indent: int) -> str:
        """What stands beside a bracket or a comma."""
        if not self.remarks or self.rng.random() < 0.85:
            return self.blanks(0)
        return self.end().rstrip("\t ") + "\n" + " " * (indent + self.rng.randint(0, 4))

    def long(self, node: Scalar, indent: int) -> str:
        """A scalar, on two lines where it has a blank to part it at."""
        text = Tidy().scalar(node)
        if self.remarks and self.rng.random() < 0.3 and " " in text.strip() and "\\" not in text:
            first, _, rest = text.partition(" ")
            if rest.strip() == rest and first.strip() == first and rest[0] not in "#-?:":
                return (
                    first
                    + self.rng.choice(["", "  "])
                    + "\n"
                    + " " * (indent + self.rng.randint(0, 3))
                    + rest
                )
        return text
