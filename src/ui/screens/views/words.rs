//! Words of the kept lists.

crate::messages! {
    none(key: &str) { zh: "还没有常用名单。在人员页输好筛选，按 {key} 存下", en: "None is kept yet: type a filter on People, then press {key}" }
    naming() { zh: "存为常用名单", en: "Keep as a list" }
    renaming() { zh: "改名", en: "Rename" }
    what(text: &str) { zh: "框里的字：{text}", en: "in the box: {text}" }
    old_name(name: &str) { zh: "原来叫：{name}", en: "called so far: {name}" }
    give_name() { zh: "起个名字，回车保存；同名的会换成这一条", en: "Give it a name, Enter keeps it; a list of that name is replaced" }
    need_name() { zh: "还没有名字", en: "It needs a name" }
}
