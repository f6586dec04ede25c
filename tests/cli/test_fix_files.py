"""validate --fix on the disk: names, several files together, what the system refuses; and what it says of it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from minsheng_cli.cli.app import run
from minsheng_cli.cli.mistakes import Mistake
from minsheng_cli.cli.together import Write, write_together
from tests.cli.test_fix import contents
from tests.conftest import Minsheng
from tests.test_cases import BASE, overlay

TRANSPORT = "data/progress/transport.yaml"
HEALTH = "data/progress/health.yaml"
RIGHT = contents(BASE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return overlay(tmp_path / "ledger", tmp_path / "nothing")


def mistype(root: Path, path: str, *pairs: tuple[str, str]) -> None:
    text = (root / path).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (root / path).write_bytes(text.encode())


# ---- names


@pytest.mark.parametrize("name", ["transport.yml", "transport.YAML", "transport.YML"])
def test_a_misnamed_file_gets_its_name_and_its_mends(name: str, root: Path, minsheng: Minsheng) -> None:
    mistype(root, TRANSPORT, ("street-lamps: 912", "street-lamps：912"))
    (root / TRANSPORT).rename(root / "data/progress" / name)
    result = minsheng("validate", "--ledger", root, "--fix")
    assert (result.code, result.out) == (0, "")
    assert f"{TRANSPORT}：\n    文件名{name} → transport.yaml\n    第14行\n" in result.err
    assert contents(root) == RIGHT


@pytest.mark.parametrize(
    ("present", "why"),
    [
        ({"transport.yml": "department: transport\n", "transport.yaml": ""}, "已经有 transport.yaml"),
        ({"transport.yml": "", "transport.YML": ""}, "不止一个文件该改名为 transport.yaml"),
        (
            {"transport.yml": "department: housing\nreports: []\n"},
            "里面写的 department 与文件名 transport.yaml 对不上",
        ),
    ],
)
def test_a_name_that_is_not_certain_is_left(
    present: dict[str, str], why: str, root: Path, minsheng: Minsheng
) -> None:
    text = (root / TRANSPORT).read_text("utf-8")
    (root / TRANSPORT).unlink()
    for name, other in present.items():
        (root / "data/progress" / name).write_text(other or text, "utf-8")
    before = contents(root)
    result = minsheng("validate", "--ledger", root, "--fix")
    assert contents(root) == before
    assert result.code == 1
    assert why in result.err
    assert "没有能自动改的地方" in result.err


def test_a_linked_name_is_left(root: Path, tmp_path: Path, minsheng: Minsheng) -> None:
    (root / TRANSPORT).rename(tmp_path / "elsewhere.yaml")
    (root / "data/progress/transport.yml").symlink_to(tmp_path / "elsewhere.yaml")
    result = minsheng("validate", "--ledger", root, "--fix")
    assert "这是一个链接，没有改名" in result.err
    assert (root / "data/progress/transport.yml").is_symlink()


# ---- what is said


def test_the_json_has_every_change(root: Path, minsheng: Minsheng) -> None:
    mistype(root, TRANSPORT, ("      street-lamps: 912", "\t\t\tstreet-lamps：９１２"))
    (root / TRANSPORT).write_bytes(b"\xef\xbb\xbf" + (root / TRANSPORT).read_bytes())
    (root / TRANSPORT).rename(root / "data/progress/transport.yml")
    before = contents(root)
    common = {"file": TRANSPORT, "renamed_from": "data/progress/transport.yml"}
    fixed: list[dict[str, object]] = [
        {"line": None, "before": "文件名transport.yml", "after": "transport.yaml", "kinds": ["name"]},
        {"line": None, "before": "开头的BOM", "after": "去掉", "kinds": ["byte-order-mark"]},
        {
            "line": 14,
            "before": "\t\t\tstreet-lamps：９１２",
            "after": "      street-lamps: 912",
            "kinds": ["indent", "sign", "value"],
        },
    ]
    arguments = ("validate", "--ledger", root, "--fix", "--format", "json")
    dry = minsheng(*arguments, "--dry-run")
    assert contents(root) == before
    assert (dry.code, dry.json["dry_run"], dry.json["errors"]) == (1, True, len(dry.json["findings"]))
    assert all(finding["fixable"] for finding in dry.json["findings"])
    done = minsheng(*arguments)
    assert (done.code, done.json["dry_run"], done.json["findings"]) == (0, False, [])
    assert done.json["fixed"] == dry.json["fixed"] == [{**common, **each} for each in fixed]
    assert contents(root) == RIGHT


def test_what_cannot_be_seen_is_shown(root: Path, minsheng: Minsheng) -> None:
    mistype(root, TRANSPORT, ("      street-lamps: 912", "\t  \u3000street-lamps:\u00a0912"))
    result = minsheng("validate", "--ledger", root, "--fix")
    assert (
        "      - <Tab>  〈全角空格〉street-lamps:〈不换行空格〉912\n      +       street-lamps: 912\n"
        in result.err
    )
    assert contents(root) == RIGHT


def test_what_is_left_is_said_with_its_reason(root: Path, minsheng: Minsheng) -> None:
    """A key that the project may have as well as its indicator; and beside it something that is certain."""
    plan = "data/projects.yaml"
    mistype(root, plan, ("        opening: 800\n", "        opening: 800\n\tinferred: [unit]\n"))
    mistype(root, HEALTH, ("checkups: 2350", "checkups: ２３５０"))
    before = (root / plan).read_bytes()
    line = before.decode().split("\n").index("\tinferred: [unit]") + 1
    result = minsheng("validate", "--ledger", root, "--fix")
    assert result.code == 1
    assert (root / plan).read_bytes() == before
    assert result.err.startswith(f"{HEALTH}：\n    第11行\n      -       checkups: ２３５０\n")
    assert f"下面这些没有改：\n    {plan}第{line}行：该空几格不止一种可能，没有改\n" in result.err
    assert "已改好1个文件，共1行；还有" in result.err
    assert contents(root)[HEALTH] == RIGHT[HEALTH]


def test_validate_says_beforehand_how_many(root: Path, minsheng: Minsheng) -> None:
    mistype(
        root, TRANSPORT, ("month: 2024-04", "month: 2024-4"), ("rural-roads: 4.2", "rural-roads: 4.2公里")
    )
    result = minsheng("validate", "--ledger", root)
    assert result.err == "查了4个文件：2处错误，0处警告；其中1处可用 minsheng validate --fix 自动改\n"
    found = minsheng("validate", "--ledger", root, "--format", "json").json["findings"]
    assert [(finding["code"], finding["fixable"]) for finding in found] == [("M402", False), ("M307", True)]
    assert minsheng("validate", "--ledger", root, "--quiet").err == ""
    assert minsheng("validate", "--ledger", root, "--fix", "--quiet").err == ""
    assert minsheng("validate", "--ledger", root).err == "查了4个文件：1处错误，0处警告\n"


def test_texts_and_comments_are_left_alone(root: Path, minsheng: Minsheng) -> None:
    """Wide signs and tabs that somebody meant, beside some that nobody did."""
    meant = (
        '    problems:\n      - "管材：\t二标段，未进场"\n      - |\n        街道：3处\n        \t未完，待补\n'
        "      # 备注：３处，见附件\t1\n      - 李庄桥：2跨未架　已催\n"
    )
    path = root / TRANSPORT
    right = path.read_text("utf-8") + meant
    path.write_text(
        right.replace("street-lamps: 912", "street-lamps：912").replace(
            "    reported_on: 2024-05", "\treported_on: 2024-05"
        )
    )
    result = minsheng("validate", "--ledger", root, "--fix")
    assert result.code == 0, result.out
    assert path.read_text("utf-8") == right


def test_a_key_is_not_mended_into_another_one(root: Path, minsheng: Minsheng) -> None:
    mistype(root, HEALTH, ("2024-06: 5000, 2024-09: 9600", "2024-9: 5000, 2024-09: 9600"))
    before = contents(root)
    assert minsheng("validate", "--ledger", root, "--fix").code == 1
    assert contents(root) == before


# ---- several files


def test_modes_and_links_stay(root: Path, minsheng: Minsheng) -> None:
    mistype(root, HEALTH, ("checkups: 2350", "checkups：2350"))
    (root / HEALTH).chmod(0o640)
    (root / HEALTH).rename(root / "health-2024.yaml")
    (root / HEALTH).symlink_to("../../health-2024.yaml")
    assert minsheng("validate", "--ledger", root, "--fix").code == 0
    assert (root / HEALTH).is_symlink()
    assert (root / "health-2024.yaml").read_bytes() == RIGHT[HEALTH]
    assert (root / "health-2024.yaml").stat().st_mode & 0o7777 == 0o640


def writes(root: Path) -> list[Write]:
    """Three files to be written, the last under a new name."""
    for name in ("a", "b", "c.old"):
        (root / name).write_text(f"before {name}")
    return [
        Write("a", root / "a", b"before a", b"after a"),
        Write("b", root / "b", b"before b", b"after b"),
        Write("c", root / "c", b"before c.old", b"after c", root / "c.old"),
    ]


def files(root: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in root.iterdir() if path.is_file()}


def test_all_are_written(tmp_path: Path) -> None:
    write_together(writes(tmp_path))
    assert files(tmp_path) == {"a": "after a", "b": "after b", "c": "after c"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("b", "somebody else's", "b 刚刚被别人改过，所有文件都没有动"),
        ("b", None, "b 刚刚被移走或改名了，所有文件都没有动"),
        ("c.old", None, "c 刚刚被移走或改名了，所有文件都没有动"),
        ("c", "somebody else's", "刚刚有了同名的 c，所有文件都没有动"),
    ],
)
def test_none_is_written(name: str, content: str | None, said: str, tmp_path: Path) -> None:
    """Also where the first ones are in their places already, when the last one is refused."""
    wanted = writes(tmp_path)
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(content)
    before = files(tmp_path)
    with pytest.raises(Mistake) as refused:
        write_together(wanted)
    assert refused.value.sentence == said
    assert refused.value.code == 1
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_written_in(tmp_path: Path) -> None:
    """Root may write everywhere but beside a file whose folder has gone."""
    wanted = writes(tmp_path)
    lost = Write("d", tmp_path / "gone" / "d", b"before b", b"after d", tmp_path / "b")
    before = files(tmp_path)
    with pytest.raises(Mistake) as refused:
        write_together([wanted[0], lost])
    assert refused.value.sentence == "写不了 d：系统拒绝写入，所有文件都没有动"
    assert files(tmp_path) == before


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_end_in_the_middle_leaves_whole_files(sent: signal.Signals, root: Path) -> None:
    """Whenever it comes, every file is as it was or as it should be, and nothing else lies about."""
    for path in (HEALTH, TRANSPORT):
        mistype(root, path, ("month: 2024-04", "month：2024-04"))
    before = contents(root)
    command = [sys.executable, "-m", "minsheng_cli", "validate", "--ledger", str(root), "--fix"]
    for wait in (0.15, 0.3, 0.4, 0.5):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.send_signal(sent)
        process.wait()
        after = contents(root)
        assert after in (before, RIGHT)
        for path, data in before.items():
            (root / path).write_bytes(data)


# ---- bounds


@pytest.mark.long
@pytest.mark.parametrize(
    "line",
    [
        "      x{}：912",
        "\t\t\tx{}: 912",
        "　　　x{}：{{done：1，note：甲}}",
        "  -\tx{}：9",
        "      x{}: ９１２",
    ],
)
def test_a_large_file_takes_seconds(line: str, root: Path) -> None:
    """One megabyte of slips: mended or not, it does not take a reading for each of them."""
    lines = [line.format(number) for number in range(60_000)]
    text = (root / TRANSPORT).read_text("utf-8")
    while len(text.encode()) + sum(len(each.encode()) + 1 for each in lines) > 1_000_000:
        lines = lines[: len(lines) * 9 // 10]
    (root / TRANSPORT).write_text(text + "\n".join(lines) + "\n", "utf-8")
    start = time.process_time()
    assert run(["validate", "--ledger", str(root), "--fix", "--quiet", "--dry-run", "--format", "json"]) == 1
    assert time.process_time() - start < 30


@pytest.mark.long
def test_a_file_of_far_too_many_lines_is_left_and_the_others_are_mended(
    root: Path, minsheng: Minsheng
) -> None:
    (root / "data/progress/pasted.yaml").write_text("a：1\n" * 100_002, "utf-8")
    mistype(root, TRANSPORT, ("month: 2024-04", "month：2024-04"))
    said = minsheng("validate", "--ledger", root, "--fix", "--dry-run").err
    assert "data/progress/pasted.yaml：超过了100,000行，多半是存错了文件，没有改" in said
    assert "month: 2024-04" in said
