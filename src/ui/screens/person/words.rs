//! Words of the person screen.

crate::messages! {
    loading() { zh: "正在打开档案", en: "opening the file" }
    not_opened() { zh: "没有打开，按 Esc 返回", en: "Not opened; Esc goes back" }
    tail(tail: &str) { zh: "尾号{tail}", en: "id ..{tail}" }
    groups(groups: &str) { zh: "类别：{groups}", en: "Groups: {groups}" }
    no_groups() { zh: "未登记", en: "none on record" }
    wishes(wishes: &str) { zh: "求职意向：{wishes}", en: "Wish: {wishes}" }
    no_wishes() { zh: "未登记，要问", en: "not on record, ask" }
    understood(occupations: &str) { zh: "理解为：{occupations}", en: "understood as: {occupations}" }
    ask_first(question: &str, count: usize) { zh: "先问：{question}（问清可定 {count} 个）", en: "Ask first: {question} (settles {count})" }
    minded(what: &str) { zh: "联系须知：{what}", en: "When calling: {what}" }
    vacancies() { zh: "岗位", en: "Vacancies" }
    courses() { zh: "培训班", en: "Courses" }
    contacts() { zh: "联系记录", en: "Contacts" }
    record() { zh: "资料", en: "Record" }
    pane_offers(name: &str, fits: usize, open: usize) { zh: "{name} 可推荐 {fits} · 待核 {open}", en: "{name}: {fits} fit, {open} not known" }
    pane_rows(name: &str, rows: usize) { zh: "{name} {rows}", en: "{name} {rows}" }
    no_vacancies() { zh: "没有可比的岗位", en: "No vacancy to compare with" }
    no_courses() { zh: "没有可比的课程", en: "No course to compare with" }
    no_contacts(key: &str) { zh: "还没有联系记录，按 {key} 记一条", en: "No contact yet; {key} logs one" }
    no_row_selected() { zh: "这里还没有记录可问依据", en: "There is nothing here to ask about" }
    no_offer_selected() { zh: "先选一个岗位或课程（Tab 换栏，上下键选）", en: "Select a vacancy or course first (Tab turns panes, arrows select)" }
    revealed() { zh: "完整号码显示 30 秒，已记入操作记录", en: "Full numbers for 30 seconds; journalled" }
    hidden(mark: &str, key: &str) { zh: "{mark}（{key} 查看）", en: "{mark} ({key} shows it)" }
    as_written(label: &str, text: &str) { zh: "{label}（原文：{text}）", en: "{label} (written: {text})" }
    the_file(reference: &str, day: &str, worker: &str) { zh: "登记资料 编号 {reference}，登记日期 {day}，责任人 {worker}", en: "the record {reference}, registered {day}, responsible {worker}" }
    computed() { zh: "由身份证号推算", en: "worked out from the id number" }
    from_contacts() { zh: "来自推荐和联系记录", en: "from the contacts and what was recommended" }
    ask_for(label: &str) { zh: "{label}还没有登记，请向本人问清", en: "{label}: not on record; ask the person" }
    late() { zh: "补录", en: "late entry" }
    reference() { zh: "编号", en: "Reference" }
    birth() { zh: "出生日期", en: "Born" }
    id_number() { zh: "身份证号", en: "Id number" }
    phone() { zh: "联系电话", en: "Phone" }
    phone2() { zh: "备用电话", en: "Second phone" }
    hukou() { zh: "户籍地", en: "Registered residence" }
    address() { zh: "住址", en: "Address" }
    schooling() { zh: "文化程度", en: "Schooling" }
    certs() { zh: "证书", en: "Certificates" }
    work_status() { zh: "就业状态", en: "Employment" }
    training_wish() { zh: "培训意愿", en: "Training wish" }
    expected_pay() { zh: "期望薪资", en: "Pay expected" }
    commute() { zh: "通勤", en: "Commute" }
    work_place() { zh: "务工地", en: "Works in" }
    work_unit() { zh: "务工单位", en: "Works for" }
    health() { zh: "健康状况", en: "Health" }
    disability() { zh: "残疾类别", en: "Disability" }
    householder() { zh: "户主", en: "Householder" }
    worker() { zh: "责任人", en: "Responsible" }
    guardian() { zh: "监护人", en: "Guardian" }
    reg_date() { zh: "登记日期", en: "Registered" }
    note() { zh: "备注", en: "Remark" }
    state() { zh: "档案状态", en: "Record state" }
    all_groups() { zh: "人员类别", en: "Groups" }
    recommended() { zh: "推荐记录", en: "Recommended" }
    no_fit() { zh: "不符合", en: "No fit" }
    not_known() { zh: "未登记", en: "not known" }
}
