"""The base of every file model: strict, frozen, and aware of the node that it was built from."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from minsheng_cli.finding import Position
from minsheng_cli.source.nodes import MappingNode, SequenceNode

NODE = "\0node"
"""The key under which raw data carry their node; no file can contain it (YAML refuses NUL)."""


def bare(value: Any) -> Any:
    """A raw mapping without its node, for fields that are plain dictionaries."""
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != NODE}
    return value


Bare = BeforeValidator(bare)


class Placed(BaseModel):
    """A model with its node; strict (no value is coerced), frozen, unknown keys refused."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    node: Annotated[SkipJsonSchema[Any], Field(default=None, alias=NODE, exclude=True, repr=False)]

    def model_post_init(self, context: Any, /) -> None:
        """Nobody asks which fields were typed; the set of them would be a quarter of a large ledger's memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)

    @property
    def mapping(self) -> MappingNode:
        """The mapping that this model was read from (an empty one where it was built in code)."""
        return self.node if isinstance(self.node, MappingNode) else _NOWHERE

    def item_node(self, name: str, index: int) -> Any:
        """The node of entry `index` of the list under `name`."""
        listed = self.mapping.values.get(name)
        return listed.items[index] if isinstance(listed, SequenceNode) else listed


_NOT_KEPT: frozenset[str] = frozenset()
_NOWHERE = MappingNode(Position(1, 1))
