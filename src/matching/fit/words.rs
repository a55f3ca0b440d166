//! The words of reasons, in one language, quoting what they rest on.

use super::{
    facts::Facts,
    hold::{Basis, Held, Question},
    judge::{Finding, Matter},
    relation::Relation,
    subject::Subject,
};
use crate::domain::{
    fit::{FitReason, RuleRef, Verdict},
    person::Sex,
};
use crate::matching::{
    places::Nearness,
    requirement::{Condition, Flaw, Kind, Part},
};
use crate::text::Lang;

crate::messages! {
    age() { zh: "年龄", en: "Age" }
    sex() { zh: "性别", en: "Sex" }
    schooling() { zh: "文化程度", en: "Schooling" }
    certificate() { zh: "证书", en: "Certificate" }
    level() { zh: "技能等级", en: "Level" }
    experience() { zh: "经验", en: "Experience" }
    group() { zh: "人员类别", en: "Group" }
    disability() { zh: "残疾类别", en: "Disability" }
    health() { zh: "健康", en: "Health" }
    skill() { zh: "技能", en: "Skill" }
    paper() { zh: "证明材料", en: "Papers" }
    residence() { zh: "户籍", en: "Residence" }
    no_limit() { zh: "无限制", en: "No limit" }
    full() { zh: "已满", en: "Full" }
    unlawful() { zh: "违法要求，不据此拒绝", en: "Unlawful demand, not used to refuse" }
    sex_unlawful() { zh: "限性别不合法，不据此拒绝", en: "Limiting the sex is unlawful, not used to refuse" }
    suspicious() { zh: "疑似骗局：向求职者收钱或扣证件", en: "May be a scam: money or papers taken" }
    prefer() { zh: "优先条件", en: "Preferred" }
    years(n: &i32) { zh: "{n}周岁", en: "aged {n}" }
    not_recorded() { zh: "没有记录", en: "not on record" }
    other_certificates(list: &str) { zh: "登记的证书：{list}", en: "certificates on record: {list}" }
    groups_are(list: &str) { zh: "登记的类别：{list}", en: "groups on record: {list}" }
    state() { zh: "这份档案已不在服务范围", en: "This record is no longer served" }
    unable() { zh: "登记为无劳动能力", en: "On record as unable to work" }
    minimum_age() { zh: "未满16周岁不得就业", en: "Nobody under 16 may work" }
    minor() { zh: "未成年人不得从事危险或夜班工作", en: "No dangerous or night work for minors" }
    special_operation() { zh: "特种作业须年满18周岁", en: "Special operations: adults only" }
    closed() { zh: "招聘已截止", en: "Closed" }
    begun() { zh: "已经开班", en: "Already begun" }
    held_already() { zh: "已持有学完所得的证书", en: "Holds the certificate it leads to" }
    open_to() { zh: "招生对象", en: "Open to" }
    opening() { zh: "开班日期未定", en: "No opening day" }
    nobody_needed() { zh: "已不招人", en: "Nobody is needed" }
    not_named() { zh: "岗位没有写明接收这类残疾", en: "The post does not name this disability" }
    excluded() { zh: "这项工作与残疾类别明显不符", en: "The work plainly excludes this disability" }
    named() { zh: "岗位写明接收这类残疾", en: "The post names this disability" }
    wish_same() { zh: "正是想做的", en: "The very work wished for" }
    wish_occupation() { zh: "与意向同一职业", en: "The occupation wished for" }
    wish_field() { zh: "与意向相近", en: "Near what is wished for" }
    wish_none() { zh: "不在求职意向内", en: "Not among the wishes" }
    wish_refused() { zh: "本人说过不想做", en: "Said not to be wished for" }
    no_wish() { zh: "还不知道想做什么", en: "No wish on record" }
    empty() { zh: "资料太少，先问再推荐", en: "Too little on record: ask first" }
    training_yes() { zh: "有培训意愿", en: "Wishes to be trained" }
    training_no() { zh: "登记为无培训意愿", en: "On record as not wishing training" }
    place_town() { zh: "同镇街", en: "Same town" }
    place_county() { zh: "同区县", en: "Same county" }
    place_city() { zh: "同市", en: "Same city" }
    place_far() { zh: "在外市", en: "Another city" }
    place_unknown() { zh: "地点未核", en: "Place not checked" }
    pay() { zh: "薪资与期望", en: "Pay and expectation" }
    in_school() { zh: "登记为在校/升学/参军", en: "On record as in school or army" }
    expected(n: &u32) { zh: "期望每月{n}元", en: "expects {n} yuan a month" }
    ask_birth() { zh: "出生日期是哪天？", en: "What is the birth date?" }
    ask_relaxed() { zh: "符合放宽年龄的条件吗？", en: "Does the ground for a higher age apply?" }
    ask_sex() { zh: "性别？", en: "Sex?" }
    ask_schooling() { zh: "文化程度是什么？", en: "What schooling?" }
    ask_major() { zh: "学的是什么专业？", en: "Which subject was studied?" }
    ask_certificate(words: &str) { zh: "有没有{words}？", en: "Does the person hold {words}?" }
    ask_which(words: &str) { zh: "证书是不是{words}？", en: "Is the certificate one for {words}?" }
    ask_level(words: &str) { zh: "证书是几级？（要求{words}）", en: "Which level is the certificate? (asked: {words})" }
    ask_experience(words: &str) { zh: "有没有相关经验？（要求{words}）", en: "Any experience? (asked: {words})" }
    ask_skill(words: &str) { zh: "{words}：做得到吗？", en: "{words}: is that so?" }
    ask_health(words: &str) { zh: "{words}：身体情况符合吗？", en: "{words}: does health allow it?" }
    ask_paper(words: &str) { zh: "能提供{words}吗？", en: "Can {words} be shown?" }
    ask_group(words: &str) { zh: "是不是{words}？", en: "Is the person {words}?" }
    ask_group_kind() { zh: "是自主就业的退役士兵吗？", en: "Veteran soldier of self-chosen employment?" }
    ask_disability() { zh: "有没有残疾人证？", en: "Is there a disability certificate?" }
    ask_disability_level() { zh: "残疾类别和等级是什么？", en: "Which kind and level of disability?" }
    ask_residence(words: &str) { zh: "户籍符合吗？（{words}）", en: "Registered there? ({words})" }
    ask_employer() { zh: "向用人单位核实", en: "Ask the employer" }
    ask_join() { zh: "问培训机构还能不能插班", en: "Ask whether one may still join" }
    ask_opening() { zh: "问培训机构下一期哪天开班", en: "Ask when the next class opens" }
    ask_wish() { zh: "想做什么工作？", en: "What work is wished for?" }
    ask_place() { zh: "住在哪个镇街？", en: "Which town is home?" }
    ask_status() { zh: "现在还在读书或参军吗？", en: "Still at school or in the army?" }
}

/// Makes the reason of a finding.
pub(super) fn reason(
    finding: &Finding<'_>,
    subject: &Subject,
    facts: &Facts,
    lang: Lang,
) -> FitReason {
    let (what, words, held, rule) = match finding {
        Finding::Condition(condition, held) => {
            let (what, rule) = condition_label(condition, held, lang);
            (what, condition.words.clone(), *held, rule)
        }
        Finding::Either(members, held) => {
            let words: Vec<&str> = members.iter().map(|c| c.words.as_str()).collect();
            let (what, rule) = members
                .first()
                .map_or_else(Default::default, |c| condition_label(c, held, lang));
            (what, words.join(lang.pick(" 或 ", " or ")), *held, rule)
        }
        Finding::Matter(matter, held) => {
            let (what, words, rule) = matter_words(*matter, *held, subject, facts, lang);
            (what, words, *held, rule)
        }
    };
    let field = basis(held, facts, lang);
    let because = match (words.is_empty(), field.is_empty()) {
        (false, false) => format!("{words} · {field}"),
        (false, true) => words.clone(),
        (true, _) => field,
    };
    FitReason {
        verdict: held.verdict,
        what,
        because,
        rule,
        ask: (held.question != Question::None && held.verdict != Verdict::Failed)
            .then(|| question(held.question, &words, lang)),
        soft: held.soft,
        sensitive: is_sensitive(finding, held, facts),
    }
}

/// True where the reason speaks of disability, health, poverty or the like.
fn is_sensitive(finding: &Finding<'_>, held: Held, facts: &Facts) -> bool {
    let of = |condition: &Condition| match &condition.kind {
        Kind::Group(group) => group.is_sensitive(),
        Kind::Disability { .. } | Kind::Health | Kind::Flaw(Flaw::Disability | Flaw::Hepatitis) => {
            true
        }
        _ => false,
    };
    let spoken = match finding {
        Finding::Condition(condition, _) => of(condition),
        Finding::Either(members, _) => members.iter().any(|condition| of(condition)),
        Finding::Matter(matter, _) => matches!(
            matter,
            Matter::Unable | Matter::NotNamed | Matter::Excluded | Matter::Named
        ),
    };
    let rests_on = match held.basis {
        Basis::Groups => facts.groups.iter().any(|m| m.group.is_sensitive()),
        Basis::Disability | Basis::Health => true,
        _ => false,
    };
    spoken || rests_on
}

fn rule(id: &str, clause: &str) -> Option<RuleRef> {
    Some(RuleRef {
        rule: id.to_owned(),
        clause: clause.to_owned(),
    })
}

fn condition_label(condition: &Condition, held: &Held, lang: Lang) -> (String, Option<RuleRef>) {
    let promotion = "就业促进法";
    let label = match &condition.kind {
        Kind::Age { .. } | Kind::AgeRelaxed(_) => age(lang),
        Kind::Sex(_) if held.soft => {
            return (
                sex_unlawful(lang).into_owned(),
                rule("R-GEN-11", "就业促进法 第二十七条"),
            );
        }
        Kind::Sex(_) => sex(lang),
        Kind::Schooling { .. } => schooling(lang),
        Kind::Certificate(_) => certificate(lang),
        Kind::Level { .. } => level(lang),
        Kind::Experience(_) => experience(lang),
        Kind::Group(_) => group(lang),
        Kind::Disability { .. } => disability(lang),
        Kind::Health => health(lang),
        Kind::Skill => skill(lang),
        Kind::Paper => paper(lang),
        Kind::Residence => residence(lang),
        Kind::Full => full(lang),
        // 社会人员 names whom it is for; that it limits nobody is ours.
        Kind::NoLimit if condition.part == Part::Target => open_to(lang),
        Kind::NoLimit | Kind::Shift { .. } | Kind::Board | Kind::Hazard => no_limit(lang),
        Kind::Flaw(Flaw::Deposit) => {
            return (
                suspicious(lang).into_owned(),
                rule("R-GEN-11", "劳动合同法 第九条"),
            );
        }
        Kind::Flaw(flaw) => {
            let clause = match flaw {
                Flaw::Hepatitis => format!("{promotion} 第三十条"),
                Flaw::Disability => format!("{promotion} 第二十九条"),
                Flaw::Origin => format!("{promotion} 第三十一条"),
                Flaw::ChildLabour => "劳动法 第十五条".to_owned(),
                _ => format!("{promotion} 第二十七条"),
            };
            return (unlawful(lang).into_owned(), rule("R-GEN-11", &clause));
        }
    };
    let preferred = condition.strength == crate::matching::requirement::Strength::Prefer;
    let text = if preferred {
        format!("{} · {label}", prefer(lang))
    } else {
        label.into_owned()
    };
    (text, None)
}

fn matter_words(
    matter: Matter,
    held: Held,
    subject: &Subject,
    facts: &Facts,
    lang: Lang,
) -> (String, String, Option<RuleRef>) {
    let plain =
        |text: std::borrow::Cow<'_, str>, words: &str| (text.into_owned(), words.to_owned(), None);
    match matter {
        Matter::State => plain(state(lang), facts.state.label(lang)),
        Matter::Unable => plain(unable(lang), ""),
        Matter::MinimumAge => (
            minimum_age(lang).into_owned(),
            String::new(),
            rule("R-GEN-02", "劳动法 第十五条"),
        ),
        Matter::Minor => {
            let words = subject.not_for_minors.clone().unwrap_or_default();
            (
                minor(lang).into_owned(),
                words,
                rule("R-GEN-03", "劳动法 第六十四条"),
            )
        }
        Matter::SpecialOperation => (
            special_operation(lang).into_owned(),
            subject.title.clone(),
            rule("R-GEN-04", "国家安监总局令第30号 第四条"),
        ),
        Matter::Closed => plain(closed(lang), &subject.day_words),
        Matter::Begun => plain(begun(lang), &subject.day_words),
        Matter::HeldAlready => plain(held_already(lang), ""),
        Matter::Opening => plain(opening(lang), &subject.day_words),
        Matter::NobodyNeeded => plain(nobody_needed(lang), "0"),
        Matter::NotNamed => plain(not_named(lang), ""),
        Matter::Excluded => plain(excluded(lang), &subject.title),
        Matter::Named if held.verdict == Verdict::Met => plain(named(lang), ""),
        Matter::Named => plain(disability(lang), ""),
        Matter::Wish(relation) => {
            let text = match relation {
                Relation::Same => wish_same(lang),
                Relation::Occupation => wish_occupation(lang),
                Relation::Field => wish_field(lang),
                Relation::None => wish_none(lang),
                Relation::Refused => wish_refused(lang),
            };
            plain(text, &subject.title)
        }
        Matter::NoWish => plain(no_wish(lang), ""),
        Matter::Empty => plain(empty(lang), ""),
        Matter::TrainingWish if held.verdict == Verdict::Met => plain(training_yes(lang), ""),
        Matter::TrainingWish => plain(training_no(lang), ""),
        Matter::Place(near) => {
            let text = match near {
                Some(Nearness::Town) => place_town(lang),
                Some(Nearness::County) => place_county(lang),
                Some(Nearness::City) => place_city(lang),
                Some(Nearness::Far) => place_far(lang),
                None => place_unknown(lang),
            };
            plain(text, &subject.place_words)
        }
        Matter::Pay => {
            let words = facts
                .expected
                .map_or(String::new(), |n| expected(lang, &n).into_owned());
            plain(pay(lang), &words)
        }
        Matter::InSchool => plain(in_school(lang), ""),
    }
}

/// The field that a verdict rests on, in words.
fn basis(held: Held, facts: &Facts, lang: Lang) -> String {
    let missing = || not_recorded(lang).into_owned();
    match held.basis {
        Basis::None => String::new(),
        Basis::Age(n) => years(lang, &n).into_owned(),
        Basis::Sex => facts
            .sex
            .map_or_else(missing, |s: Sex| s.label(lang).to_owned()),
        Basis::Schooling => facts
            .schooling
            .map_or_else(missing, |s| s.label(lang).to_owned()),
        Basis::Certificate(at) => facts
            .certificates
            .get(at)
            .map_or_else(missing, |c| c.to_string()),
        Basis::Certificates if facts.certificates.is_empty() => missing(),
        Basis::Certificates => {
            other_certificates(lang, &facts.certificates.join("、")).into_owned()
        }
        Basis::Groups if facts.groups.is_empty() => missing(),
        Basis::Groups => {
            let list: Vec<&str> = facts.groups.iter().map(|m| m.group.label(lang)).collect();
            groups_are(lang, &list.join(lang.pick("、", ", "))).into_owned()
        }
        Basis::Disability => facts
            .disability
            .and_then(|d| d.kind)
            .map_or_else(missing, |k| k.label(lang).to_owned()),
        Basis::Health => missing(),
    }
}

fn question(question: Question, words: &str, lang: Lang) -> String {
    let words = words
        .trim_start_matches(['须', '需', '持', '有', '具', '备'])
        .trim_end_matches("优先");
    let text = match question {
        Question::None => "".into(),
        Question::BirthDate => ask_birth(lang),
        Question::Relaxed => ask_relaxed(lang),
        Question::Sex => ask_sex(lang),
        Question::Schooling => ask_schooling(lang),
        Question::Major => ask_major(lang),
        Question::Certificate => ask_certificate(lang, words),
        Question::WhichCertificate => ask_which(lang, words),
        Question::Level => ask_level(lang, words),
        Question::Experience => ask_experience(lang, words),
        Question::Skill => ask_skill(lang, words),
        Question::Health => ask_health(lang, words),
        Question::Paper => ask_paper(lang, words),
        Question::Group => ask_group(lang, words),
        Question::GroupKind => ask_group_kind(lang),
        Question::Disability => ask_disability(lang),
        Question::DisabilityLevel => ask_disability_level(lang),
        Question::Residence => ask_residence(lang, words),
        Question::Employer => ask_employer(lang),
        Question::Join => ask_join(lang),
        Question::Opening => ask_opening(lang),
        Question::Wish => ask_wish(lang),
        Question::Place => ask_place(lang),
        Question::Status => ask_status(lang),
    };
    text.into_owned()
}
