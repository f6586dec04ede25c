"""A person who does to a file exactly what a hint says, and nothing else: the acts behind tests/test_mends.py."""

from __future__ import annotations

import re

from minsheng_cli.cli.app import run
from tests.cursor import Cursor, closing, end_of_item

_SAVED_AS = ("gb18030", "utf-16", "utf-16-le", "utf-16-be")


class Hands(Cursor):
    """Each method is one act that a hint asks for."""

    def replace(self, text: str) -> None:
        """Put `text` for what stands at the place."""
        self.put(self.line[: self.start] + text + self.line[self.start + len(self.typed()) :])

    def replace_lines(self, last: str, text: str) -> None:
        """Put `text` for what stands from the place to the end of line `last`."""
        lines = self.lines
        kept = self.line[: self.start] + text
        self.save([*lines[: self.place.line - 1], kept, *lines[int(last) :]])

    def dash_each(self, last: str) -> None:
        """A dash before each line up to `last`."""
        lines = self.lines
        for index in range(self.place.line - 1, int(last)):
            begins = len(lines[index]) - len(lines[index].lstrip(" "))
            lines[index] = f"{lines[index][:begins]}- {lines[index][begins:]}"
        self.save(lines)

    def dash_joined(self, last: str) -> None:
        """The lines up to `last` as one, with a dash before it."""
        joined = "".join(line.strip() for line in self.lines[self.place.line - 1 : int(last)])
        self.replace_lines(last, f"- {joined}")

    def replace_sign(self, text: str) -> None:
        """Put `text` for the one sign at the place, without doubling a space."""
        after = self.line[self.start + 1 :]
        text = text.rstrip() if not after or after.startswith(" ") else text
        self.put(self.line[: self.start] + text + after)

    def replace_braces(self, text: str) -> None:
        """Put `text` for the braces that the place is in."""
        opens = self.line.rindex("{", 0, self.start)
        self.put(self.line[:opens] + text + self.line[opens + closing(self.line[opens:]) + 1 :])

    def replace_rest(self, old: str, new: str) -> None:
        """Put the first `old` after the place right."""
        self.put(self.line[: self.start] + self.line[self.start :].replace(old, new, 1))

    def replace_line(self, text: str) -> None:
        """Put `text` for the line, whose beginning stays as it is."""
        self.put(self.line[: len(self.line) - len(self.line.lstrip())] + text)

    def half_width_brackets(self, half: str, end: str | None, half_end: str | None) -> None:
        """The bracket at the place half-width, and the last one like `end` that is named with it."""
        head, tail = self.line[: self.start], self.line[self.start + 1 :]
        if end is not None:
            inside, _, rest = tail.rpartition(end)
            tail = f"{inside}{half_end}{rest}"
        self.put(head + half + tail)

    def insert(self, text: str) -> None:
        """Type at the place."""
        self.put(self.line[: self.start] + text + self.line[self.start :])

    def append(self, text: str, number: int | None = None) -> None:
        """Type at the end of a line."""
        number = number or self.place.line
        self.put(self.lines[number - 1] + text, number)

    def delete_sign(self) -> None:
        """Press Delete once."""
        self.put(self.line[: self.start] + self.line[self.start + 1 :])

    def indent(self, spaces: str) -> None:
        """Begin the line with so many spaces."""
        self.put(" " * int(spaces) + self.line.lstrip(" \t\u3000\u00a0"))

    def indent_block(self, last: str, spaces: str) -> None:
        """Move the lines up to `last` so that the first has so many spaces, the others keeping their distance."""
        lines = self.lines
        shift = int(spaces) - (len(self.line) - len(self.line.lstrip(" ")))
        for index in range(self.place.line - 1, int(last)):
            line = lines[index]
            if line.strip():
                lines[index] = " " * (len(line) - len(line.lstrip(" ")) + shift) + line.lstrip(" ")
        self.save(lines)

    def one_space(self) -> None:
        """One space for all that is blank at the place."""
        rest = self.line[self.start :].lstrip(" \t\u3000\u00a0")
        self.put(f"{self.line[: self.start].rstrip(' ')} {rest}")

    def delete_line(self) -> None:
        """Take the line away, with what is indented below it."""
        self.delete_block(self.place.line)

    def delete_only_line(self) -> None:
        """Take away this one line."""
        lines = self.lines
        del lines[self.place.line - 1]
        self.save(lines)

    def delete_named_line(self, key: str) -> None:
        """Take away the line of `key` that is nearest to the place."""
        self.delete_block(self.line_of(key))

    def replace_named_value(self, key: str, value: str) -> None:
        """Put `value` behind the `key` that is nearest to the place."""
        number = self.line_of(key)
        self.put(re.sub(rf"(\b{key}: )[^\s,}}]+", rf"\g<1>{value}", self.lines[number - 1]), number)

    def delete_numbered_line(self, number: str) -> None:
        self.delete_block(int(number))

    def delete_item(self) -> None:
        """Take the item at the place out of its braces, or its line away."""
        if not self.in_braces:
            self.delete_line()
            return
        rest = self.line[self.start :]
        end = self.start + end_of_item(rest)
        before, after = self.line[: self.start], self.line[end:]
        if after.startswith(","):
            after = after[1:].lstrip(" ")
        else:
            before = before.rstrip(" ").removesuffix(",")
        self.put(before + after)

    def delete_earlier_item(self) -> None:
        """Take the item of the same name before the place out of its braces."""
        key = re.match(r"[^:]+:", self.line[self.start :])
        assert key is not None
        begin = self.line.rindex(key[0], 0, self.start)
        end = begin + end_of_item(self.line[begin:])
        self.put(self.line[:begin] + self.line[end:].removeprefix(",").lstrip(" "))

    def join_above(self) -> None:
        """Put the line behind the end of the one above."""
        lines, index = self.lines, self.place.line - 1
        self.save([*lines[: index - 1], lines[index - 1] + lines[index].strip(), *lines[index + 1 :]])

    def replace_last(self, old: str, new: str) -> None:
        """Put the last sign of the line right."""
        assert self.line.endswith(old)
        self.put(self.line.removesuffix(old) + new)

    def delete_rest(self) -> None:
        """Take away everything from this line on."""
        self.save([*self.lines[: self.place.line - 1], ""])

    def delete_file(self) -> None:
        self.path.unlink()

    def rename(self, name: str) -> None:
        self.path.rename(self.path.with_name(name))

    def add_in_braces(self, text: str) -> None:
        """One more item at the end of the braces at the place, or that the place is in."""
        start = self.start if self.in_braces else self.line.index("{", self.start)
        if self.in_braces:
            start = self.line.rindex("{", 0, self.start)
        end = start + closing(self.line[start:])
        comma = "" if self.line[start + 1 : end].strip() == "" else ", "
        self.put(self.line[:end] + comma + text + self.line[end:])

    def add_line(self, text: str, spaces: str) -> None:
        """A line below this one, beginning with so many spaces."""
        self.insert_line(self.place.line, " " * int(spaces) + text)

    def add_above(self, text: str, spaces: str) -> None:
        """A line above this one, beginning with so many spaces."""
        self.insert_line(self.place.line - 1, " " * int(spaces) + text)

    def add_sibling(self, text: str) -> None:
        """A line below this one, beginning where its name begins."""
        indent = len(self.line) - len(self.line.lstrip(" -"))
        self.insert_line(self.place.line, " " * indent + text)

    def add_below(self, text: str) -> None:
        """A line below this one, beginning further in than its name."""
        self.insert_line(self.place.line, " " * (self.start + 2) + text)

    def add_plan_line(self, section: str, text: str) -> None:
        """A line below `section:` of the plan."""
        plan = Hands(self.root, self.place._replace(file="data/projects.yaml"), "")
        number = next(n for n, line in enumerate(plan.lines, 1) if line.startswith(f"{section}:"))
        plan.insert_line(number, f"  {text}")

    def add_to_indicator(self, text: str) -> None:
        """A line in the plan under the indicator that the sentence names."""
        found = re.search("（([a-z0-9-]+)）", self.message)
        assert found is not None
        plan = Hands(self.root, self.place._replace(file="data/projects.yaml"), "")
        number = next(n for n, line in enumerate(plan.lines, 1) if line.endswith(f"- id: {found[1]}"))
        plan.insert_line(number, " " * plan.lines[number - 1].index("id:") + text)

    def move_above(self, key: str) -> None:
        """The list entry at the place moved above the one that begins with `key`."""
        lines = self.lines
        first = self.place.line - 1
        dash = lines[first].index("-")
        last = first + 1
        while last < len(lines) and lines[last].strip() and lines[last].startswith(" " * (dash + 1)):
            last += 1
        block = lines[first:last]
        del lines[first:last]
        target = next(n for n, line in enumerate(lines) if line.strip() == f"- {key}")
        self.save([*lines[:target], *block, *lines[target:]])

    def move_to_end(self) -> None:
        """The list entry at the place moved below all that follows."""
        lines = self.lines
        first, last = self.place.line - 1, self.block_end(self.place.line)
        block, rest = lines[first:last], [*lines[:first], *lines[last:]]
        end = len(rest) - (rest[-1] == "")
        self.save([*rest[:end], *block, *rest[end:]])

    def resave(self) -> None:
        """Open in Notepad, save as UTF-8."""
        data = self.path.read_bytes()
        marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        for encoding in _SAVED_AS:
            if (encoding == "gb18030") is (b"\0" in data) or (encoding == "utf-16") > marked:
                continue
            try:
                self.path.write_bytes(data.decode(encoding).replace("\r\n", "\n").encode())
            except UnicodeDecodeError:
                continue
            return

    def without_mark(self) -> None:
        self.path.write_bytes(self.path.read_bytes().removeprefix(b"\xef\xbb\xbf"))

    def keep_upper_side(self) -> None:
        """Keep the upper one of two versions, take the marks away."""
        kept, lower = [], False
        alone = not self.line.startswith("<")
        for line in self.lines:
            if line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>")):
                lower = line.startswith(("|||||||", "=======")) and not alone
            elif not lower:
                kept.append(line)
        self.save(kept)

    def line_of_its_own(self, text: str, spaces: str) -> None:
        """Take `text` off the line and put it on the next one."""
        before = self.line[: self.start]
        assert self.line[self.start :] == text
        self.put(before.rstrip(" ,，;；、"))
        self.add_line(text, spaces)

    def entry_of_its_own(self, text: str, spaces: str) -> None:
        """Take `text` off the line and put it on the next one, behind a dash."""
        self.line_of_its_own(text, spaces)
        self.put(f"{' ' * int(spaces)}- {text}", self.place.line + 1)

    def take_up(self, text: str) -> None:
        """Put `text` for the line, and take the next line, which is in it now, away."""
        self.replace_line(text)
        self.delete_next()

    def delete_next(self) -> None:
        """Take the next line away."""
        lines = self.lines
        del lines[self.place.line]
        self.save(lines)

    def delete_head(self) -> None:
        """Take away everything up to this line, and the line."""
        self.save(self.lines[self.place.line :])

    def join_blocks(self, number: str) -> None:
        """What is below line `number` and what is below this line made one, under line `number`."""
        lines = self.lines
        first, last = self.place.line, self.block_end(self.place.line)
        block, rest = lines[first:last], [*lines[: first - 1], *lines[last:]]
        end = self.block_end(int(number))
        self.save([*rest[:end], *block, *rest[end:]])

    def close_quote(self) -> None:
        """The same quote at the end of the text."""
        quote, rest = self.line[self.start], self.line[self.start + 1 :]
        found = re.match(r"[^,}\]]*", rest) if self.in_braces else re.match(r".*", rest)
        assert found is not None
        self.put(f"{self.line[: self.start + 1]}{found[0]}{quote}{rest[len(found[0]) :]}")

    def fix(self) -> None:
        """Run the command that the hint names."""
        run(["validate", "--fix", "--ledger", str(self.root), "--quiet"])

    def add_first(self, text: str) -> None:
        """A line before the first."""
        self.insert_line(0, text)

    def dash_before(self) -> None:
        """A dash and a space for the two spaces before the place."""
        assert self.line[self.start - 2 : self.start] == "  "
        self.put(self.line[: self.start - 2] + "- " + self.line[self.start :])

    def dashes_away(self) -> None:
        """A space for the dash of this line and of those like it below."""
        head = self.line[: self.start + 2]
        assert head.strip() == "-"
        lines = self.lines
        for index in range(self.place.line - 1, len(lines)):
            if not lines[index].startswith(head):
                break
            lines[index] = lines[index].replace("-", " ", 1)
        self.save(lines)

    def correct_earlier(self, number: str) -> None:
        """The figure of the earlier month, which the sentence names, made `number`."""
        found = re.search(r"（([a-z0-9-]+)）累计数从\S+?的([0-9.]+)", self.message)
        assert found is not None
        index = next(n for n, line in enumerate(self.lines, 1) if line.strip() == f"{found[1]}: {found[2]}")
        self.put(self.lines[index - 1].replace(found[2], number), index)
