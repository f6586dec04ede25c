"""What the options of `report` take."""

from __future__ import annotations

FORMATS = ("table", "markdown", "csv", "json")
SUFFIXES = {".txt": "table", ".md": "markdown", ".csv": "csv", ".json": "json"}
BY = {"project": "项目", "department": "部门", "area": "领域", "indicator": "指标"}
SORT = {"plan": "计划", "status": "状态", "percent": "完成率"}
"""What the options take, with the Chinese words that do as well."""
