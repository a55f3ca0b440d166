//! Words of merging.

crate::messages! {
    rule(who: &str) { zh: "合并档案：留下 {who}", en: "Merge: {who} stays" }
    find() { zh: "并入谁", en: "Merge in" }
    hint() { zh: "选要并入的另一份档案：下面是可能重复的，也可以输姓名、编号查找；回车对照", en: "Choose the other record: those that may be the same, or type a name or reference; Enter compares" }
    nobody() { zh: "没有可能重复的档案，输姓名或编号查找", en: "No record looks like a double; type a name or reference" }
    two_ids() { zh: "两份档案都有有效的身份证号，不是同一个人，不能合并", en: "Both have valid id numbers: two people, not to be merged" }
    conflicts(other: &str) { zh: "{other} 并入后仍可用旧编号找到；联系记录一起移过来。勾选以它为准的栏：", en: "{other} is found by its old reference still; its contacts move. Mark the fields in which it is right:" }
    filled(count: usize) { zh: "另有 {count} 栏这边是空的，自动补上", en: "{count} more fields are blank here and filled from it" }
    no_conflict() { zh: "两边没有冲突的栏", en: "No field contradicts" }
    keys(save: &str) { zh: "空格勾选，{save} 合并（可撤销），Esc 退回", en: "Space marks, {save} merges (can be undone), Esc back" }
    gone_column() { zh: "并入的", en: "Merged in" }
    kept_column() { zh: "留下的", en: "Stays" }
    choose_first() { zh: "先选要并入的档案，回车对照", en: "Choose the other record first; Enter compares" }
}
