//! Words of the list of people whom an offer fits.

crate::messages! {
    fits(count: usize) { zh: "合适 {count} 人", en: "people it fits: {count}" }
    listed(count: usize) { zh: "列出 {count} 人，先合适的，再还差条件的", en: "{count} listed: those whom it fits, then those who lack something" }
    loading() { zh: "正在比对", en: "comparing" }
    nobody() { zh: "名册里没有合适的人，也没有只差一点的", en: "Nobody on the register fits, and nobody nearly does" }
    level() { zh: "可否", en: "Fit" }
    name() { zh: "姓名", en: "Name" }
    id() { zh: "尾号", en: "Id" }
    age() { zh: "岁", en: "Age" }
    sex() { zh: "性", en: "S" }
    place() { zh: "镇街·村居", en: "Town, village" }
    groups() { zh: "类别", en: "Groups" }
    phone() { zh: "电话", en: "Phone" }
    reasons() { zh: "理由 / 还差条件", en: "Reasons, or what is missing" }
    lacks(what: &str) { zh: "还差 {what}", en: "lacks {what}" }
    ask(what: &str) { zh: "待问 {what}", en: "ask {what}" }
    none_selected() { zh: "还没有选中的人", en: "Nobody is selected" }
    firm_unknown() { zh: "这个岗位没有对上企业名录", en: "The firm of this vacancy is not on the books" }
    firm_of_course() { zh: "课程没有用人单位", en: "A course has no firm" }
    course_what() { zh: "招生对象", en: "For" }
    hours() { zh: "课时", en: "Hours" }
    fee() { zh: "费用", en: "Fee" }
    starts() { zh: "开班", en: "Starts" }
    condition() { zh: "条件", en: "Condition" }
    requirement() { zh: "要求", en: "Requires" }
    benefit() { zh: "福利", en: "Benefits" }
    pay() { zh: "薪资", en: "Pay" }
    headcount() { zh: "人数", en: "Openings" }
    posted() { zh: "发布", en: "Posted" }
    closes() { zh: "截止", en: "Closes" }
    level_of() { zh: "等级", en: "Level" }
    where_() { zh: "地点", en: "Place" }
    remark() { zh: "备注", en: "Remark" }
}
