"""The made-up county as a ledger, laid out as the county's own files are."""

from __future__ import annotations

from pathlib import Path

from bench.county import MONTHS, STAGES, YEAR, County, Indicator, Told, remarks, schedule

KEYS = {
    "quantity": "unit: {unit}, target: {size}",
    "coverage": "unit: {unit}",
    "milestone": f"stages: [{', '.join(STAGES)}]",
    "total": "unit: {unit}, target: {size}, of: [{of}], baseline: 24, weight: 0",
    "trend": "unit: {unit}, baseline_from: first report",
}


def write_ledger(county: County, root: Path) -> Path:
    """The plan and one file a department, below `root`."""
    progress = root / "data" / "progress"
    progress.mkdir(parents=True)
    (root / "data" / "projects.yaml").write_text(plan(county), "utf-8", newline="\n")
    reported: dict[str, list[Indicator]] = {}
    for indicator in county.indicators:
        if indicator.told:
            reported.setdefault(indicator.department, []).append(indicator)
    for department, indicators in reported.items():
        path = progress / f"{department}.yaml"
        path.write_text(_progress(department, indicators), "utf-8", newline="\n")
    return root


def plan(county: County) -> str:
    """The plan file."""
    lines = [
        "# 测速用的计划，不是任何一个县的。",
        "plan:",
        f"  title: 某县{YEAR}年{len(county.projects)}项民生工程",
        "  county: 某县",
        f"  year: {YEAR}",
        f"  lead: {next(iter(county.departments))}",
        f"  start: {YEAR}-01-01",
        "  reporting: {due_day: 5}",
        "  deadlines:",
        f"    - {{id: october, name: 基本完成, date: {YEAR}-10-31, percent: 80, binding: false}}",
        f"    - {{id: december, name: 全面完成, date: {YEAR}-12-31, percent: 100}}",
        "",
        "departments:",
        *(f"  {id_}: {{name: {name}}}" for id_, name in county.departments.items()),
        "",
        "projects:",
    ]
    for number, project in enumerate(county.projects, 1):
        lead = project.indicators[0]
        lines += [
            f"  - no: {number}",
            f"    id: {project.id}",
            f"    name: {project.name}",
            f"    lead: {lead.department}",
            f"    promise: 年内把{lead.name}办好",
            "    indicators:",
        ]
        for indicator in project.indicators:
            own = KEYS[indicator.kind].format(unit=indicator.unit, size=indicator.size, of=lead.id)
            named = f"id: {indicator.id}, name: {indicator.name}, kind: {indicator.kind}"
            owner = "" if indicator.department == lead.department else f", department: {indicator.department}"
            lines.append(f"      - {{{named}, {own}{owner}}}")
    return "\n".join([*lines, ""])


def _progress(department: str, indicators: list[Indicator]) -> str:
    """One department's file."""
    lines = ["# 测速用的数，不是任何一个县的。", f"department: {department}", "sample: true", ""]
    tables = {each.id: schedule(each) for each in indicators}
    if any(tables.values()):
        lines.append("schedule:")
    for id_, table in tables.items():
        steps = ", ".join(f"{YEAR}-{month:02d}: {step}" for month, step in table.items())
        lines += [f"  {id_}: {{{steps}}}"] if table else []
    lines += ["reports:"]
    for index, month in enumerate(MONTHS):
        year, after = (YEAR, month + 1) if month < 12 else (YEAR + 1, 1)
        lines += [f"  - month: {YEAR}-{month:02d}", f"    reported_on: {year}-{after:02d}-03", "    figures:"]
        lines += [f"      {each.id}: {_figure(each, each.told[index])}" for each in indicators]
        for key, texts in zip(("problems", "highlights"), remarks(department, month), strict=True):
            lines += [f"    {key}: [{', '.join(texts)}]"] if texts else []
        lines.append("")
    return "\n".join(lines)


def _figure(indicator: Indicator, told: Told) -> str:
    """The short form, or the long one where there is more to say."""
    key, value = "done", str(told.done)
    if indicator.kind == "milestone":
        key, value = "stage", ("未启动", *STAGES)[int(told.done)]
    if told.eligible is None and not told.note:
        return value
    eligible = f", eligible: {told.eligible}" if told.eligible is not None else ""
    return f"{{{key}: {value}{eligible}{f', note: {told.note}' if told.note else ''}}}"
