//! Words of the palette.

crate::messages! {
    none() { zh: "没有这样的功能", en: "No such command" }
}
