"""Three departments and a keeper through two months: branches, a mistake, a correction, a conflict, a close.

Everybody works in a clone of one bare repository; each step checks what that person sees.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Minsheng, Result
from tests.repositories import Repository
from tests.review.county import FILES

HOUSING, HEALTH, REFORM = (f"data/progress/{name}.yaml" for name in ("housing", "health", "reform"))
JULY = {
    **FILES,
    HEALTH: FILES[HEALTH].partition("  - month: 2023-08")[0],
    REFORM: "department: reform\nreports: []\n",
}


class Office:
    """A department, or the keeper: a clone, and a name to commit with."""

    def __init__(self, minsheng: Minsheng, path: Path, origin: Path, name: str) -> None:
        self._minsheng = minsheng
        self._name = name
        self.clone = Repository(path, clone=origin)

    def run(self, *words: str, code: int = 0) -> Result:
        """What the command says."""
        found = self._minsheng(*words, "--ledger", self.clone.path)
        assert found.code == code, found.out + found.err
        return found

    def branch(self, name: str) -> None:
        """A new branch from what has landed."""
        self.clone.git("fetch", "-q")
        self.clone.git("switch", "-q", "--no-track", "-c", name, "origin/main")

    def push(self, message: str, day: str) -> str:
        """Commit everything and push the branch."""
        commit = self.clone.commit(message, author=self._name, day=day)
        self.clone.git("push", "-q", "-u", "origin", "HEAD")
        return commit

    def land(self, branch: str, day: str) -> None:
        """Merge a branch into the main one, as the keeper does."""
        self.clone.git("fetch", "-q")
        self.clone.git("switch", "-q", "main")
        self.clone.git("merge", "-q", "--ff-only", "origin/main")
        self.clone.git("merge", "-q", "--no-ff", "--no-edit", f"origin/{branch}", author=self._name, day=day)
        self.clone.git("push", "-q", "origin", "main")

    def checks(self, branch: str, code: int = 0) -> Result:
        """What the pipeline says of a branch: validate against where it parted from the main one."""
        self.clone.git("fetch", "-q")
        self.clone.git("switch", "-q", "--detach", f"origin/{branch}")
        return self.run("validate", "--base", "origin/main", code=code)

    def reads(self, branch: str) -> str:
        """The comment that the pipeline posts."""
        self.clone.git("fetch", "-q")
        return self.run("diff", f"origin/main...origin/{branch}", "--format", "markdown").out


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    return Repository(tmp_path / "origin.git", bare=True).path


def test_two_months(minsheng: Minsheng, origin: Path, tmp_path: Path) -> None:  # noqa: PLR0915  # one story
    def office(name: str, folder: str) -> Office:
        return Office(minsheng, tmp_path / folder, origin, name)

    # The keeper begins the ledger; July is there.
    keeper = office("县发改局 赵敏", "keeper")
    keeper.clone.write(JULY)
    keeper.clone.commit("清河县2023年民生工程台账", author="赵敏", day="2023-08-05")
    keeper.clone.git("push", "-q", "-u", "origin", "HEAD:main")
    housing, health, reform = office("王芳", "housing"), office("李强", "health"), office("孙丽", "reform")

    # August, the housing office: recorded without touching YAML by hand.
    housing.branch("housing-8")
    housing.run(
        *("record", "housing", "2023-08", "--reported-on", "2023-09-03", "--set", "shantytown-units=230"),
        *("--set", "big-park=主体完工", "--set", "small-parks=north,south", "--problem", "苗木未到"),
    )
    housing.push("住建局8月月报", "2023-09-03")
    assert "住建局 2023-08 新开工 206 → 230 套（+24，79.0%）10月底：滞后 → 正常" in keeper.reads("housing-8")
    assert " M6" not in keeper.checks("housing-8").out

    # The health office types the month's increment: `record` refuses it, an editor does not, the pipeline does.
    health.branch("health-8")
    refused = health.run(
        *("record", "health", "2023-08", "--reported-on", "2023-09-04", "--set", "children=6100"), code=1
    )
    assert "M401" in refused.out + refused.err
    assert health.clone.git("status", "--porcelain") == ""
    by_hand = (
        "  - month: 2023-08\n    reported_on: 2023-09-04\n    figures:\n"
        "      prenatal-tests: {done: 1210, eligible: 1263}\n      children: 6100\n"
    )
    health.clone.write({HEALTH: JULY[HEALTH] + by_hand})
    health.push("卫健局8月月报", "2023-09-04")
    assert "M401" in keeper.checks("health-8", code=1).out
    assert "有错：" in keeper.reads("health-8")
    health.clone.replace(HEALTH, "children: 6100", "children: 52300")
    health.push("改为累计数", "2023-09-05")
    keeper.checks("health-8")
    assert "卫健局 2023-08 儿童筛查 46200 → 52300 人（+6100，72.6%）" in keeper.reads("health-8")

    # The reform office touches another department's file along with its own.
    reform.branch("reform-8")
    reform.run("record", "reform", "2023-08", "--reported-on", "2023-09-01", "--set", "good-days=205")
    reform.clone.replace(HOUSING, "shantytown-units: 206", "shantytown-units: 207")
    reform.push("发改局8月月报", "2023-09-01")
    two = keeper.checks("reform-8", code=1)  # July's figure was changed without a reason
    assert "住建局" in two.out
    assert "警告" in two.out
    reform.clone.replace(HOUSING, "shantytown-units: 207", "shantytown-units: 206")
    reform.push("不动住建局的数", "2023-09-02")
    assert " M6" not in keeper.checks("reform-8").out

    for branch in ("housing-8", "health-8", "reform-8"):
        keeper.land(branch, "2023-09-06")
    assert "4件中" in keeper.run("report", "--month", "2023-08").out

    # Two people correct the same figure; whoever comes second has a conflict, and nobody can overlook it.
    housing.branch("housing-fix")
    housing.run("record", "housing", "2023-08", "--set", "shantytown-units=228")
    housing.push("核减2套", "2023-09-07")
    keeper.clone.git("switch", "-q", "-c", "keeper-fix")
    keeper.run("record", "housing", "2023-08", "--set", "shantytown-units=229")
    keeper.push("核减1套", "2023-09-07")
    keeper.land("housing-fix", "2023-09-07")
    keeper.clone.git("merge", "-q", "keeper-fix", check=False)
    assert "M104" in keeper.run("validate", code=1).out
    assert keeper.run("report", code=1).out == ""
    keeper.clone.git("merge", "--abort")

    # The month is closed. A later change is found without git, and refused against the base; reopening says why.
    keeper.run("close", "2023-08", "--date", "2023-09-10")
    closed = keeper.push("8月关账", "2023-09-10")
    housing.branch("housing-late")
    housing.clone.replace(HOUSING, "shantytown-units: 228", "shantytown-units: 220")
    assert "M601" in housing.run("validate", code=1).out
    housing.push("再核减8套", "2023-09-12")
    assert " M6" in keeper.checks("housing-late", code=1).out
    keeper.clone.git("switch", "-q", "main")
    keeper.run("close", "2023-08", "--reopen", "--reason", "住建局核减8套", "--date", "2023-09-13")
    keeper.push("8月重开", "2023-09-13")
    housing.branch("housing-again")
    housing.run(
        *("record", "housing", "2023-08", "--set", "shantytown-units=220"),
        *("--revision", "shantytown-units=与施工许可证核对，重复统计8套"),
    )
    housing.push("核减8套", "2023-09-14")
    keeper.checks("housing-again")
    keeper.land("housing-again", "2023-09-14")
    keeper.run("close", "2023-08", "--date", "2023-09-15")
    keeper.push("8月再关账", "2023-09-15")

    # September; an earlier month's figure is not changed in passing.
    housing.branch("housing-9")
    housing.run(
        *("record", "housing", "2023-09", "--reported-on", "2023-10-03", "--set", "shantytown-units=262"),
        *("--set", "big-park=竣工验收", "--set", "small-parks=north,south,east"),
    )
    housing.clone.replace(HOUSING, "shantytown-units: 206", "shantytown-units: 205")
    housing.push("住建局9月月报", "2023-10-03")
    assert " M6" in keeper.checks("housing-9", code=1).out
    assert "没有写原因" in keeper.reads("housing-9")
    housing.run(
        "record",
        "housing",
        "2023-07",
        "--set",
        "shantytown-units=205",
        "--revision",
        "shantytown-units=退房1套",
    )
    housing.push("写明原因", "2023-10-04")
    keeper.checks("housing-9")
    comment = keeper.reads("housing-9")
    titles = [comment.index(f"**{each}（") for each in ("改了以前月份的数", "影响", "新报的月报")]
    assert titles == sorted(titles)
    assert "住建局 2023-07 新开工 206 → 205 套（-1，70.4%）" in comment
    assert "原因：退房1套" in comment
    keeper.land("housing-9", "2023-10-05")
    assert keeper.run("validate").code == 0

    # A year later: what was known when, where a figure comes from, who brought it.
    then = keeper.run("report", "--month", "2023-08", "--as-of", closed, "--by", "indicator").out
    assert "228" in then
    assert "220" in then
    story = keeper.run("history", "shantytown-units").out
    for known in ("206", "230", "228", "220", "262", "王芳", "与施工许可证核对，重复统计8套", "退房1套"):
        assert known in story
    assert "229" not in story
    derivation = keeper.run("trace", "shantytown-units", "--month", "2023-09").out
    assert "262" in derivation
    assert HOUSING in derivation
    assert "王芳" in derivation
