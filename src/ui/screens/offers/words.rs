//! Words of the lists of courses and vacancies.

crate::messages! {
    filter(key: &str) { zh: "筛选({key})", en: "Filter ({key})" }
    filter_hint() { zh: "编号、名称、单位、地点、条件里的字", en: "words of the reference, title, firm, place or condition" }
    shown(count: usize) { zh: "{count} 条", en: "{count} listed" }
    shown_of(count: usize, text: &str) { zh: "含“{text}”的 {count} 条", en: "{count} with \"{text}\"" }
    open_of(count: usize) { zh: "开放 {count}", en: "{count} open" }
    unknown_of(count: usize) { zh: "待核 {count}", en: "{count} unknown" }
    loading() { zh: "正在读取", en: "loading" }
    no_courses() { zh: "还没有课程，导入课程表后这里会列出来", en: "No courses yet; they stand here once a course sheet is imported" }
    no_vacancies() { zh: "还没有岗位，导入岗位表后这里会列出来", en: "No vacancies yet; they stand here once a vacancy sheet is imported" }
    no_match(key: &str) { zh: "没有含这些字的，按 {key} 改筛选", en: "None has these words; {key} changes the filter" }
    reference() { zh: "编号", en: "Ref" }
    course() { zh: "课程", en: "Course" }
    vacancy() { zh: "岗位", en: "Vacancy" }
    org() { zh: "培训机构", en: "Training body" }
    employer() { zh: "用人单位", en: "Employer" }
    place() { zh: "地点", en: "Place" }
    starts() { zh: "开班", en: "Starts" }
    pay() { zh: "薪资", en: "Pay" }
    state() { zh: "状态", en: "State" }
    condition() { zh: "条件", en: "Condition" }
    who_fits_hint() { zh: "Enter 看谁合适", en: "Enter shows who fits" }
    none_selected() { zh: "还没有选中的", en: "Nothing is selected" }
    why_open(day: &str) { zh: "按日期看，{day} 还开放", en: "open on {day} by its dates" }
    why_closed(day: &str) { zh: "按日期看，{day} 已截止", en: "closed on {day} by its dates" }
    why_not_known() { zh: "没有能看懂的日期", en: "no date that could be read" }
    ask_date() { zh: "什么时候截止/开班？", en: "When does it close or start?" }
}
