"""What was measured, as tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bench.processes import Spread, Use, ratio

FLOOR = "底线"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """One table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def against(uses: Mapping[str, Sequence[Use]], base: str, bars: Mapping[str, float]) -> str:
    """Every process against one of them, with the ratio that is wanted of it."""
    rows = []
    for name, used in uses.items():
        cpu = ratio(used, uses[base], lambda use: use.cpu)
        wall = ratio(used, uses[base], lambda use: use.wall)
        wanted = bars.get(name)
        verdict = f"≤{wanted:.2f}，{'达到' if cpu.middle <= wanted else '没有达到'}" if wanted else ""
        milliseconds = Spread.of([1000 * use.cpu for use in used])
        peak = max(use.peak for use in used)
        rows.append([name, str(cpu), str(wall), verdict, f"{milliseconds.middle:.0f}", f"{peak:.0f}"])
    return table(["进程", f"CPU，{base}的倍数", "墙上时间，倍数", "要求", "CPU毫秒", "内存MiB"], rows)


def growth(figures: Sequence[int], uses: Sequence[Sequence[Use]], base: Sequence[Use]) -> str:
    """The same command on larger and larger ledgers; in a straight line each further figure costs the same."""
    rows, before = [], None
    for count, used in zip(figures, uses, strict=True):
        cpu = Spread.of([use.cpu for use in used]).middle
        peak = max(use.peak for use in used)
        further = f"{1e6 * (cpu - before[1]) / (count - before[0]):.0f}" if before else ""
        times = ratio(used, base, lambda use: use.cpu)
        rows.append([f"{count:,}", str(times), f"{1e6 * cpu / count:.0f}", further, f"{peak:.0f}"])
        before = count, cpu
    return table(
        ["数的个数", f"CPU，{FLOOR}的倍数", "平均每个数，微秒", "比上一行每多一个数，微秒", "内存MiB"], rows
    )
