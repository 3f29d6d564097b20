"""A record that compiled functions pass on as one pointer.

Numba passes a named tuple field by field and counts references to every array in it, which costs more than
most events. A record built here lies on the stack of the function that builds it and is only borrowed below.
"""

from hashlib import sha256
from typing import Any

from numba.core import cgutils, types
from numba.core.imputils import impl_ret_borrowed, lower_builtin, lower_getattr_generic, lower_setattr_generic
from numba.core.typing.templates import (
    AbstractTemplate,
    AttributeTemplate,
    infer_getattr,
    infer_global,
    signature,
)
from numba.extending import models, register_model


class Reference(types.Type):
    """The type of a pointer to a record with named and typed fields."""

    def __init__(self, record: str, names: tuple[str, ...], fields: tuple[Any, ...]) -> None:
        self.record, self.names, self.fields = record, names, fields
        # Names of types stand in the names of all compiled functions, so a digest keeps these short.
        self._digest = sha256(f"{names} {fields}".encode()).hexdigest()[:16]
        super().__init__(name=f"Reference({record}, {self._digest})")

    @property
    def key(self) -> tuple[str, str]:
        """Two references are of one type when their records and fields are."""
        return self.record, self._digest

    def place(self, name: str) -> int:
        """The number of a field."""
        return self.names.index(name)

    @property
    def layout(self) -> Any:
        """The record as Numba lays a tuple out."""
        return types.Tuple(self.fields)  # type: ignore[attr-defined]


@register_model(Reference)
class _Model(models.PrimitiveModel):  # type: ignore[misc]
    def __init__(self, manager: Any, kind: Reference) -> None:
        record = manager.lookup(kind.layout).get_value_type()
        super().__init__(manager, kind, record.as_pointer())


@infer_getattr
class _Fields(AttributeTemplate):  # type: ignore[misc]
    key = Reference

    def generic_resolve(self, kind: Reference, name: str) -> Any:
        return kind.fields[kind.place(name)] if name in kind.names else None


@lower_getattr_generic(Reference)  # type: ignore[untyped-decorator]
def _get(context: Any, builder: Any, kind: Reference, value: Any, name: str) -> Any:
    place = kind.place(name)
    loaded = builder.load(cgutils.gep_inbounds(builder, value, 0, place))
    return impl_ret_borrowed(context, builder, kind.fields[place], loaded)


@lower_setattr_generic(Reference)  # type: ignore[untyped-decorator]
def _set(context: Any, builder: Any, sig: Any, args: Any, name: str) -> None:
    kind, given = sig.args
    place = kind.place(name)
    value = context.cast(builder, args[1], given, kind.fields[place])
    builder.store(value, cgutils.gep_inbounds(builder, args[0], 0, place))


def by_reference(record: type, names: tuple[str, ...]) -> None:
    """Let compiled functions build `record`; it lives as long as the function that builds it."""

    @infer_global(record)
    class _Built(AbstractTemplate):  # type: ignore[misc]
        def generic(self, args: Any, kws: Any) -> Any:
            unliteral = types.unliteral  # type: ignore[attr-defined]
            fields = tuple(unliteral(field) for field in args)
            return signature(Reference(record.__name__, names, fields), *args)

    any_number = types.VarArg(types.Any)  # type: ignore[attr-defined]

    @lower_builtin(record, any_number)  # type: ignore[untyped-decorator]
    def _build(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        kind = sig.return_type
        made = cgutils.alloca_once(builder, context.get_value_type(kind.layout))
        for place, (value, given) in enumerate(zip(args, sig.args, strict=True)):
            cast = context.cast(builder, value, given, kind.fields[place])
            builder.store(cast, cgutils.gep_inbounds(builder, made, 0, place))
        return made
