//! Words of the recent people pop-up.

crate::messages! {
    none() { zh: "还没有打开过别人；输姓名或电话尾号找人", en: "Nobody else was opened yet; type a name or phone tail" }
}
