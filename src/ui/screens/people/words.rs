//! Words of the people screen.

crate::messages! {
    recent() { zh: "最近的人", en: "Recent people" }
    found(people: &str) { zh: "找到 {people}", en: "{people}" }
    found_first(total: &str, shown: usize) { zh: "找到 {total}，列出前 {shown} 人，再输几个字更准", en: "{total}, the first {shown} are listed; type more to narrow" }
    nearest(key: &str) { zh: "没有这样的人，以下是最接近的；还没登记就按 {key} 登记", en: "Nobody like that; these are the nearest. {key} registers somebody new" }
    nobody(key: &str) { zh: "没有找到；还没登记就按 {key} 登记。可换：姓名、拼音、证号几位、电话尾号、村名", en: "Nobody found; not registered yet? {key} registers. Or try pinyin, an id part, phone tail, village" }
    first_steps() { zh: "输姓名、拼音、电话尾号，或刷身份证，边输边找", en: "Type a name, pinyin or phone tail, or scan an id; results follow each key" }
    loading() { zh: "全部查找正在载入，先列出姓名、证号、电话以此开头的人", en: "Full search is loading; shown so far: name, id or phone begins so" }
    searching() { zh: "查找中", en: "searching" }
    complete_x() { zh: "末位按校验码应为 X，回车补全", en: "The check digit makes the last character X; Enter completes it" }
    token() { zh: "这不是身份证号（像二维码内容），请刷身份证或输姓名", en: "This is no id number (it looks like a QR code); scan the id card or type a name" }
    nobody_selected() { zh: "还没有选中的人，先输姓名或电话尾号", en: "Nobody is selected; type a name or phone tail first" }
    nothing_to_keep() { zh: "框里还没有字，先输筛选，如 组:两后生 镇:石岐", en: "Nothing stands in the box; type a filter first, such as group:lianghousheng town:shiqi" }
    typed(text: &str) { zh: "输入的是：{text}", en: "typed: {text}" }
    name() { zh: "姓名", en: "Name" }
    sex() { zh: "性", en: "S" }
    age() { zh: "岁", en: "Age" }
    id() { zh: "尾号", en: "Id" }
    phone() { zh: "电话", en: "Phone" }
    place() { zh: "镇街·村居", en: "Town, village" }
    groups() { zh: "类别", en: "Groups" }
    last() { zh: "上次", en: "Last" }
    wishes() { zh: "求职意向", en: "Wish" }
    reason() { zh: "找到依据", en: "Found by" }
}
