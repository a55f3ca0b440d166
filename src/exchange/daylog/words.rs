//! Words of the log.

use chrono::NaiveDate;

/// Headers in Chinese and English, in the order of the counter.
pub const HEADERS: [(&str, &str); 23] = [
    ("序号", "no"),
    ("日期", "date"),
    ("时间", "time"),
    ("方式", "channel"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("年龄", "age"),
    ("证号(脱敏)", "id (masked)"),
    ("电话(脱敏)", "phone (masked)"),
    ("镇街", "town"),
    ("村居", "village"),
    ("人员类别", "groups"),
    ("接谈人", "party"),
    ("事由", "purpose"),
    ("沟通内容", "what was said"),
    ("推荐岗位(单位/岗位)", "posts recommended (firm/post)"),
    ("推荐课程", "courses recommended"),
    ("结果", "outcome"),
    ("原因", "reason"),
    ("下次联系", "next contact"),
    ("经办人", "worker"),
    ("补录/更正", "late/corrected"),
    ("备注", "remark"),
];

crate::messages! {
    sheet() { zh: "工作日志", en: "Daily log" }
    totals_sheet() { zh: "合计", en: "Totals" }
    title_of_day(day: NaiveDate) { zh: "工作日志 {day}", en: "Daily log {day}" }
    title_of_days(from: NaiveDate, to: NaiveDate) { zh: "工作日志 {from} 至 {to}", en: "Daily log {from} to {to}" }
    place(place: &str) { zh: "地点：{place}", en: "Place: {place}" }
    late() { zh: "补录", en: "Entered late" }
    correction() { zh: "更正", en: "Correction" }
    total() { zh: "合计", en: "Total" }
    contacts(n: usize) { zh: "{n} 人次", en: "{n} contacts" }
    persons(n: usize) { zh: "{n} 人", en: "{n} persons" }
    unit_contacts() { zh: "人次", en: "Contacts" }
    unit_persons() { zh: "人", en: "Persons" }
    check_code() { zh: "校验码", en: "Check code" }
    item() { zh: "项目", en: "Item" }
    kind() { zh: "分类", en: "Kind" }
    count() { zh: "数量", en: "Count" }
    channel() { zh: "方式", en: "Channel" }
    outcome() { zh: "结果", en: "Outcome" }
    sign_worker() { zh: "经办人签名：", en: "Signature of the worker:" }
    sign_check() { zh: "复核人签名：", en: "Checked by:" }
    sign_date() { zh: "日期：", en: "Date:" }
}
