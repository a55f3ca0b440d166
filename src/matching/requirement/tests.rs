//! Clerks' texts in several manners, and the fate of every character.

use super::{
    scan::{Run, runs},
    *,
};
use proptest::prelude::*;

/// Each condition in short, as a table case names it.
fn short(condition: &Condition) -> String {
    let what = match &condition.kind {
        Kind::Age { sex, min, max } => {
            let sex = sex.map_or("", |s| s.label(crate::text::Lang::Zh));
            let end = |n: &Option<u8>| n.map_or(String::new(), |n| n.to_string());
            format!("{sex}{}-{}", end(min), end(max))
        }
        Kind::AgeRelaxed(n) => format!("放宽{n}"),
        Kind::Sex(sex) => sex.label(crate::text::Lang::Zh).to_owned(),
        Kind::Schooling { least, major } => {
            format!("{}{}", least.code(), if *major { "*" } else { "" })
        }
        Kind::Certificate(core) => format!("证{core}"),
        Kind::Paper => "件".into(),
        Kind::Level { rank, of } => format!("级{rank}{of}"),
        Kind::Experience(years) => {
            format!("经验{}", years.map_or(String::new(), |n| n.to_string()))
        }
        Kind::Group(group) => group.short_zh().into(),
        Kind::Disability {
            kinds,
            levels,
            only,
        } => {
            let kinds: String = kinds
                .iter()
                .map(|k| k.label(crate::text::Lang::Zh))
                .collect();
            let levels = levels.map_or(String::new(), |(a, b)| format!("{a}~{b}"));
            format!("残{kinds}{levels}{}", if *only { "!" } else { "" })
        }
        Kind::Health => "健".into(),
        Kind::Skill => "能".into(),
        Kind::Residence => "籍".into(),
        Kind::Shift { night } => if *night { "夜" } else { "班" }.into(),
        Kind::Board => "食".into(),
        Kind::Hazard => "险".into(),
        Kind::Full => "满".into(),
        Kind::NoLimit => "无".into(),
        Kind::Flaw(flaw) => format!("{flaw:?}"),
    };
    let mark = match condition.strength {
        Strength::Must => "",
        Strength::Prefer => "?",
        Strength::Soft => "~",
    };
    let either = condition.either.map_or(String::new(), |n| format!("|{n}"));
    format!("{what}{mark}{either}")
}

fn check(part: Part, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, want) in cases {
        let got = read(text, part);
        let mut words: Vec<String> = got.conditions.iter().map(short).collect();
        words.extend(got.unread.iter().map(|(w, _)| format!("未读{w}")));
        let got = words.join(" ");
        if got != *want {
            wrong.push(format!("{text}\n   want {want}\n   got  {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn requirements_of_vacancies() {
    check(
        Part::Requirement,
        &[
            ("45岁以下，有叉车证", "-45 证叉车"),
            ("持N1证，一年以上经验", "证叉车 经验1~"),
            ("50岁以下，叉车证", "-50 证叉车"),
            ("18-45，男女不限", "18-45 无"),
            ("18-48岁，有冲床经验优先", "18-48 能?"),
            ("熟手，50岁以下", "经验~ -50"),
            ("20-50，能倒班", "20-50 夜"),
            ("中专以上，会Excel", "vocational 能~"),
            ("高中，视力好，18-40", "senior 健~ 18-40"),
            ("16岁以上，学历不限", "16- 无"),
            ("女18-45", "女18-45"),
            ("女18-45男18-50", "女18-45 男18-50"),
            ("中专（机电）以上，3年", "vocational* 经验3~"),
            ("四级以上钳工证或5年经验", "级2钳工|0 经验5~|0"),
            ("16-25，初中以上，肯学", "16-25 junior 能~"),
            ("女，25-35，会Excel", "女 25-35 能~"),
            ("持低压电工证，45岁以下", "证低压电工 -45"),
            ("电工证，高压优先", "证电工 未读高压"),
            (
                "初中以上，有特种作业操作证（低压电工），懂PLC优先",
                "junior 证低压电工 能?",
            ),
            ("电工证，55岁以下", "证电工 -55"),
            ("持焊工操作证", "证焊"),
            ("18-35，初中", "18-35 junior"),
            ("持Q2证", "证q2"),
            ("C1，两年，45岁以下", "证c1 经验2~ -45"),
            ("18-45，有健康证", "18-45 件~"),
            (
                "22-60岁，C1三年以上，有网约车证",
                "22-60 证c1 经验3~ 证网约车",
            ),
            ("60岁以下，学历不限", "-60 无"),
            ("男，50-60岁也可", "男 50-60?"),
            ("持消防设施操作员证（中级）", "级2消防设施"),
            (
                "５０岁以下，识字，会煮月子餐，讲粤语优先；须持母婴护理专项证。",
                "-50 能~ 能~ 能? 证母婴护理",
            ),
            (
                "五十五岁以下，身体健康，会煮饭、搞卫生",
                "-55 健~ 能~ 未读搞卫生",
            ),
            (
                "有养老护理员五级证或从业一年以上经验，五十五岁以下。",
                "级1养老护理|0 经验1~|0 -55",
            ),
            (
                "持养老护理员四级（中级工）及以上证书，从业三年以上，高中以上学历。",
                "级2养老护理 经验3~ senior",
            ),
            (
                "须持医疗护理员五级证，四十五岁以下，初中以上。",
                "级1医疗护理 -45 junior",
            ),
            ("十六周岁以上，学历不限", "16- 无"),
            (
                "六十岁以下，学历不限，聋哑人、轻度肢体残疾人均可。",
                "-60 无 残听力言语肢体",
            ),
            ("欢迎肢体、听力、言语残疾人应聘", "残听力言语肢体"),
            ("大专以上，理工科", "college 未读理工科"),
            (
                "女，４５岁以下，高中以上，持保育师证者优先。",
                "女 -45 senior 证保育师?",
            ),
            ("盲人、低视力均可，十八岁以上。", "残视力 18-"),
            ("持残疾人证，生活能自理，高中以上", "残! 健~ senior"),
            (
                "会编织，六十岁以下；肢体残疾、听力残疾均可，残疾人优先。",
                "能~ -60 残听力肢体 残",
            ),
            ("中专+,会Excel", "vocational 能~"),
            ("低压电工证,45↓", "证低压电工 -45"),
            ("大专+,5年", "college 经验5~"),
            ("四十五到五十八岁，讲白话，有耐性", "45-58 能~ 能~"),
            ("五十以下，有育婴证优先，有爱心", "-50 证育婴? 能~"),
            ("退役军人，30岁以下，高中以上", "退役军人 -30 senior"),
            (
                "退役军人优先，30-50岁，持保安员证",
                "退役军人? 30-50 证保安",
            ),
            ("A1或A3，50岁以下", "证a1|0 证a3|0 -50"),
            ("接受轻度肢体残疾人", "残肢体"),
            ("初中以上，接受肢体残疾（四级）", "junior 残肢体4~4"),
            (
                "持残疾人证，听力、言语、智力四级均可",
                "残! 残听力言语智力4~4",
            ),
            ("中专以上，会计相关专业", "vocational 未读会计相关专业"),
            ("打字快，持证者享受岗位补贴", "能~ 未读证者享受岗位补贴"),
            ("限男性，已婚已育优先", "男 Marriage"),
            ("不招乙肝携带者，外省人勿扰", "Hepatitis Origin"),
            ("会打字即可，须先交保证金199元", "能~ Deposit 未读199元"),
            ("14岁以上，有力气", "14- 能~"),
            ("45岁以下，有经验可放宽至50岁", "-45 经验~ 放宽50"),
            ("未满18岁勿扰", "18-"),
            ("年满16周岁，在校生凭学生证", "16- 未读在校生凭学生证"),
            ("女优先,眼好", "女? 健~"),
            ("16-50,男女", "16-50 无"),
            ("西式面点师五级或一年经验", "级1西式面点师|0 经验1~|0"),
            ("大专或以上相关工作经历", "college 经验~"),
            ("小学以上文化，不超过55岁", "primary -55"),
            ("本科及以上学历，年龄35周岁以下", "bachelor -35"),
            ("初中或高中毕业", "junior"),
            ("年龄18～50周岁之间", "18-50"),
            ("经验不限", "无"),
            ("", ""),
        ],
    );
}

#[test]
fn targets_and_conditions_of_courses() {
    check(
        Part::Target,
        &[
            ("社会人员、企业职工", "无|0 企业职工|0"),
            (
                "农村劳动力、退役军人、两后生",
                "农村劳动力|0 退役军人|0 两后生|0",
            ),
            (
                "有意从事家政服务的劳动者，农村劳动力优先",
                "能~ 农村劳动力?",
            ),
            ("城乡未继续升学初高中毕业生", "两后生"),
            ("残疾人，建档立卡残疾人优先", "残 建档立卡贫困残疾人?"),
            ("肢体残疾三、四级", "残肢体3~4"),
            ("残疾人家长/家属", "残疾人家长/家属"),
            (
                "4050人员、农村劳动力、转岗职工",
                "4050人员|0 农村劳动力|0 转岗职工|0",
            ),
            ("当年度退役军人", "退役军人 未读当年度"),
            (
                "有创业意愿的失业人员、退役军人",
                "能~ 失业人员|0 退役军人|0",
            ),
            ("已持低压/高压电工操作证", "证低压/高压电工"),
            ("两后生、社会青年", "两后生|0 无|0"),
            ("想做电工的", "未读想做电工的"),
            ("不限", "无"),
            ("持残疾人证的盲人", "残! 残视力"),
        ],
    );
    check(
        Part::Condition,
        &[
            (
                "年满18周岁，初中以上，无妨碍作业疾病，凭体检表报名",
                "18- junior 健~ 件~",
            ),
            ("18-55，初中或以上", "18-55 junior"),
            ("18周岁以上、初中及以上文化，身体健康", "18- junior 健~"),
            ("须持五级证", "级1"),
            ("持五级证满两年或相关工作经历", "级1 经验2~|0 经验~|0"),
            ("持退役证，45岁以下", "退役军人 -45"),
            (
                "证件到期前后均可咨询，须带原证",
                "件~ 未读证件到期前后均可咨询",
            ),
            ("持五级证或从业满3年", "级1|0 经验3~|0"),
            ("16-45岁，初中以上", "16-45 junior"),
            ("零基础可报，逢周末上课", "无 未读逢周末上课"),
            ("男60岁以下、女55岁以下，初中以上", "男-60 女-55 junior"),
            ("18-55周岁女性，身体健康", "18-55 女 健~"),
            ("22-60周岁，持C1满一年", "22-60 证c1 经验1~"),
            ("中专以上，会电脑，35岁以下优先", "vocational 能~ -35?"),
            ("视力残疾一、二级，16-50岁", "残视力1~2 16-50"),
            (
                "新申请须高中或相当于高中以上；18周岁以上",
                "senior 18- 未读新申请",
            ),
        ],
    );
}

#[test]
fn remarks_only_gate_where_they_say_so() {
    check(
        Part::Remark,
        &[
            ("登高须有高处作业证", "险 证高处"),
            ("有C1优先", "证c1?"),
            ("两班倒", "夜"),
            ("长白班", "班"),
            ("已招满，7月20日再招", "满 未读7月20日再招"),
            ("粉尘岗位，体检", "险 件~"),
            (
                "须交押金2000元，离职退还",
                "Deposit 未读2000元 未读离职退还",
            ),
            ("残疾人可", "残"),
            ("按当地规定须有健康证", "件~ 未读按当地规定"),
            ("夜班21:00-6:00", "夜 未读21:00-6:00"),
            ("身高1.7以上", "未读身高1.7"),
            ("退役军人优先", "退役军人?"),
        ],
    );
    check(
        Part::Title,
        &[
            ("盲人保健按摩（初级）", "残视力 未读保健按摩 未读初级"),
            ("夜班包装工", "夜 未读包装工"),
        ],
    );
}

proptest! {
    #[test]
    fn every_character_has_its_fate(text in "(\\PC|[男女0-9岁以下上、，。（）证级年优先或中专高残疾人四五十持有]){0,40}") {
        for part in [Part::Title, Part::Target, Part::Condition, Part::Requirement, Part::Remark, Part::Benefit] {
            let (read, fates) = runs(&text, part);
            let mut at = 0;
            for (from, to, _) in &fates {
                prop_assert!(*from == at && to > from);
                at = *to;
            }
            prop_assert_eq!(at, text.chars().count());
            let count = |run: Run| fates.iter().filter(|(.., r)| *r == run).count();
            prop_assert_eq!(count(Run::Condition), read.conditions.len());
            prop_assert_eq!(count(Run::Unread), read.unread.len());
        }
    }
}
