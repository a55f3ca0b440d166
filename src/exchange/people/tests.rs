//! Every fix and reason on its row; who is the same person and who is not.

mod round_trip;
mod said;

use super::*;
use crate::exchange::{
    report::Fix,
    sheet::Encoding,
    source::{self},
};

fn id(n: u32) -> String {
    id_born("19900101", n)
}

fn id_born(birth: &str, n: u32) -> String {
    IdNumber::from_body(&format!("449901{birth}{n:03}"))
        .unwrap()
        .to_string()
}

fn fifteen(id: &str) -> String {
    format!("{}{}", &id[..6], &id[8..17])
}

fn words() -> Vocabulary {
    Vocabulary::from_tables(
        "alias\tgroup\n低保户\tdibao\n",
        "",
        "",
        "traditional\tsimplified\n張\t张\n麗\t丽\n",
    )
}

fn import_with(csv: &str, known: &KnownPeople<'_>) -> Import<PersonRecord> {
    let source = source::open(csv.as_bytes(), "名单.csv", Encoding::Auto).unwrap();
    let import = read(&source, &words(), known, "2026-11-21".parse().unwrap());
    let report = &import.report;
    let sum = report.accepted + report.fixed + report.rejected + report.duplicates + report.skipped;
    assert_eq!(report.rows, sum);
    assert_eq!(report.rows, report.details.len());
    assert_eq!(import.records.len(), report.accepted + report.fixed);
    assert_eq!(import.rejects.len(), report.rejected);
    import
}

fn import(csv: &str) -> Import<PersonRecord> {
    import_with(csv, &KnownPeople::default())
}

/// One word for what became of the data rows: outcome and fixes, reason, or the row it repeats.
fn outcomes(import: &Import<PersonRecord>) -> Vec<String> {
    let word = |detail: &RowDetail| match detail.outcome {
        RowOutcome::Accepted => "accepted".to_owned(),
        RowOutcome::Fixed => {
            let fixes: Vec<&str> = detail.fixes.iter().map(|f| f.code()).collect();
            fixes.join("+")
        }
        RowOutcome::Rejected => detail.reason.map(|r| r.code()).unwrap_or("?").to_owned(),
        RowOutcome::Duplicate => format!(
            "duplicate {:?} {:?}",
            detail.duplicate_of_row, detail.reference
        ),
        RowOutcome::Skipped => "skipped".to_owned(),
    };
    import.report.details.iter().map(word).collect()
}

const HEADER: &str = "姓名,性别,身份证号,出生日期,联系电话,备用电话,人员类别,登记日期,备注\n";

/// A clean row with one cell changed.
fn row(n: u32, column: usize, cell: &str) -> String {
    let id = id(n);
    let sex = if n % 2 == 1 { "男" } else { "女" };
    let phone = format!("169{:08}", n);
    let mut cells = [
        "张三",
        sex,
        &id,
        "1990-01-01",
        &phone,
        "",
        "两后生",
        "2026-01-02",
        "",
    ]
    .map(str::to_owned);
    cells[column] = cell.to_owned();
    let quoted: Vec<String> = cells
        .iter()
        .map(|c| format!("\"{}\"", c.replace('"', "\"\"")))
        .collect();
    format!("{}\n", quoted.join(","))
}

#[test]
fn every_fix_of_the_contract_is_named_on_its_row() {
    let x = (100..).map(id).find(|id| id.ends_with('X')).unwrap();
    let wide: String = id(2)
        .chars()
        .map(|c| char::from_u32(c as u32 + 0xfee0).unwrap())
        .collect();
    let own = id(4);
    let x_number: u32 = x[14..17].parse().unwrap();
    let cases: Vec<(Fix, String)> = vec![
        (Fix::FullwidthDigits, row(2, 2, &wide)),
        (
            Fix::IdSpaces,
            row(3, 2, &format!("{} {}", &id(3)[..6], &id(3)[6..])),
        ),
        (Fix::IdTextPrefix, row(4, 2, &format!("'{own}"))),
        (Fix::Id15To18, row(5, 2, &fifteen(&id(5)))),
        (Fix::IdLowerX, row(x_number, 2, &x.to_lowercase())),
        (Fix::DateFormat, row(6, 7, "2026年1月2日")),
        (Fix::DateExcelSerial, row(7, 7, "46024")),
        (Fix::BirthFromId, row(8, 3, "1991-01-01")),
        (Fix::BirthFromId, row(9, 3, "")),
        (Fix::SexFromId, row(10, 1, "男")),
        (Fix::SexFromId, row(11, 1, "")),
        (Fix::PhoneFormat, row(12, 4, "169-0000-0012")),
        (Fix::PhoneSplit, row(13, 4, "16900000013/16400000013")),
        (Fix::PhoneDropped, row(14, 4, "1234")),
        (Fix::GroupSplit, row(15, 6, "两后生，低保家庭")),
        (Fix::GroupAlias, row(16, 6, "低保户")),
        (Fix::NameCleaned, row(17, 0, "张 三（男）")),
        (Fix::NameDot, row(18, 0, "阿依古丽.买买提")),
        (Fix::FormulaNeutralised, row(19, 8, "=1+1")),
    ];
    let mut csv = HEADER.to_owned();
    for (_, row) in &cases {
        csv.push_str(row);
    }
    let import = import(&csv);
    let want: Vec<&str> = cases.iter().map(|(fix, _)| fix.code()).collect();
    assert_eq!(outcomes(&import)[1..], want);
    for fix in Fix::ALL {
        assert!(want.contains(&fix.code()), "{fix:?} has no case");
    }
    let record = |at: usize| &import.records[at].1;
    assert_eq!(record(0).id_number.unwrap().to_string(), id(2));
    assert_eq!(record(3).id_number.unwrap().to_string(), id(5));
    assert_eq!(record(7).birth_date, record(8).birth_date);
    assert_eq!(record(12).phone2.as_ref().unwrap().as_str(), "16400000013");
    assert_eq!(record(13).phone, None);
    assert_eq!(record(13).extra["联系电话（原文）"], "1234");
    assert_eq!(record(14).groups.len(), 2);
    assert_eq!(record(16).name, "张三");
    assert_eq!(record(18).note, "=1+1");
}

#[test]
fn every_reason_of_the_contract_is_named_on_its_row() {
    let good = id(2);
    let wrong = format!(
        "{}{}",
        &good[..17],
        if good.ends_with('1') { '2' } else { '1' }
    );
    let conflict = id(3);
    let cases: Vec<(Reason, String)> = vec![
        (Reason::IdChecksum, row(2, 2, &wrong)),
        (Reason::IdLength, row(2, 2, &good[..17])),
        (Reason::IdMissing, row(2, 2, "")),
        (Reason::IdMissing, row(2, 2, "待补")),
        (Reason::IdScientificNotation, row(2, 2, "4.499E+17")),
        (Reason::IdBirthInvalid, row(2, 2, "449901199002309961")),
        (Reason::NameMissing, row(2, 0, "")),
        (Reason::NameInvalid, row(2, 0, "某某")),
        (Reason::NameInvalid, row(2, 0, "=1+1")),
        (Reason::Under16, row(2, 2, &id_born("20120101", 2))),
        (Reason::IdConflict, row(3, 0, "王小丽")),
    ];
    let mut csv = format!("{HEADER}{}", row(3, 2, &conflict));
    for (_, row) in &cases {
        csv.push_str(row);
    }
    let import = import(&csv);
    let want: Vec<&str> = cases.iter().map(|(reason, _)| reason.code()).collect();
    assert_eq!(outcomes(&import)[2..], want);
    let reject = &import.rejects[0];
    assert_eq!((reject.row, reject.cell.header.as_str()), (3, "身份证号"));
    let shown = format!("**************{}", &wrong[14..]);
    assert_eq!(reject.cell.value, shown, "the end only");
    assert_eq!(import.report.details[2].cell.as_ref(), Some(&reject.cell));
    assert_eq!(reject.cells[2], wrong);
    let pending: Vec<usize> = import
        .rejects
        .iter()
        .filter(|r| r.record.is_some())
        .map(|r| r.row)
        .collect();
    assert_eq!(pending, [5, 6], "only those without an id can follow later");
}

#[test]
fn age_is_counted_on_the_day() {
    let leaver = |birth: &str, n| {
        let id = id_born(birth, n);
        format!("张三,{id},两后生\n")
    };
    let other = |birth: &str, n| {
        let id = id_born(birth, n);
        format!("张三,{id},\n")
    };
    let csv = format!(
        "姓名,身份证号,人员类别\n{}{}{}{}{}",
        other("20101121", 2),
        other("20101122", 3),
        leaver("20101122", 4),
        leaver("20111121", 5),
        leaver("20111122", 6),
    );
    assert_eq!(
        outcomes(&import(&csv))[1..],
        ["accepted", "under_16", "accepted", "accepted", "under_16"]
    );
}

#[test]
fn a_person_is_told_by_the_id_number_alone() {
    let (a, b, c) = (id(2), id(3), id(5));
    let csv = format!(
        "姓名,身份证号\n张丽,{a}\n张丽,{a}\n張 麗,{}\n张丽,{b}\n李明朗,{c}\n李明郎,{c}\n王芳,{c}\n李明,{c}\n李明琅琅,{c}\n李明亮,{c}\n",
        fifteen(&a)
    );
    let known = KnownPeople {
        sounds_alike: Some(&|one, other| [one, other] == ['朗', '郎']),
        ..KnownPeople::default()
    };
    assert_eq!(
        outcomes(&import_with(&csv, &known))[1..],
        [
            "accepted",
            "duplicate Some(2) None",
            "duplicate Some(2) None",
            "accepted",
            "accepted",
            "duplicate Some(6) None",
            "id_conflict",
            "id_conflict",
            "id_conflict",
            "id_conflict",
        ],
        "twins and namesakes are people of their own; one slip of the pen is no other name, a shorter or longer one is"
    );
}

#[test]
fn the_register_is_asked_too() {
    let mut known = KnownPeople::default();
    let old = IdNumber::parse(&id(2)).unwrap();
    known
        .by_id
        .insert(old, ("P000007".to_owned(), "张丽".to_owned()));
    known
        .by_reference
        .insert("P000007".to_owned(), "张丽".to_owned());
    known
        .by_reference
        .insert("P000008".to_owned(), "李明".to_owned());
    let csv = format!(
        "编号,姓名,身份证号\n,张丽,{}\n,王芳,{}\nP000008,李明,**************1234\nP000008,陈强,\nP000007,陈强,{}\n",
        fifteen(&id(2)),
        id(2),
        id(3)
    );
    let import = import_with(&csv, &known);
    assert_eq!(
        outcomes(&import)[1..],
        [
            "duplicate None Some(\"P000007\")",
            "id_conflict",
            "duplicate None Some(\"P000008\")",
            "id_missing",
            "accepted",
        ]
    );
    let record = &import.records[0].1;
    assert_eq!(record.reference, "", "somebody else has that reference");
    assert_eq!(record.extra["编号（原文）"], "P000007");
}

#[test]
fn rows_that_hold_no_data_are_passed_over_and_counted() {
    let csv = format!(
        "石岐街道求职登记花名册,,,\n填报单位：石岐街道办,,,\n\n姓名*,公民身份号码,手机号码,所属街道（必填）\n张三,{},16900000001,石岐\n,,,\n南区街道（2人）,,,\n姓名,公民身份号码,手机号码,所属街道\n李四,{},16900000002,南区\n小 计,2,,\n合计：2人,,,\n制表人：王五,,审核：赵六,\n",
        id(2),
        id(3)
    );
    let import = import(&csv);
    let want = "skipped skipped skipped skipped accepted skipped skipped skipped accepted skipped skipped skipped";
    assert_eq!(outcomes(&import).join(" "), want);
    assert_eq!(import.records[0].1.town, "石岐");
    assert_eq!(
        import.records[1].0, 9,
        "rows are counted as a person sees them"
    );
}

#[test]
fn strange_columns_are_reported_and_kept() {
    let csv = format!(
        "序号,姓名,身份证号,银行,,联系电话,电话\n1,张三,{},农信社,乙,16900000001,16400000001\n",
        id(2)
    );
    let import = import(&csv);
    assert_eq!(import.unknown_columns, ["序号", "银行", "列5"]);
    let record = &import.records[0].1;
    assert_eq!(record.extra["银行"], "农信社");
    assert_eq!(record.extra["列5"], "乙");
    assert_eq!(record.phone2.as_ref().unwrap().as_str(), "16400000001");
}

#[test]
fn english_headers_in_any_order() {
    let csv = format!(
        "Town,ID Number,birth_date,NAME,phone\n石岐,{},1990-01-01,张三,16900000001\n",
        id(2)
    );
    let import = import(&csv);
    assert_eq!(outcomes(&import)[1..], ["accepted"]);
    assert_eq!(import.records[0].1.town, "石岐");
}

#[test]
fn sheets_that_can_not_be_read_say_so() {
    use crate::domain::failure::Failure;
    let open = |bytes: &[u8]| source::open::<PersonColumn>(bytes, "f", Encoding::Auto);
    assert!(matches!(open(b"").unwrap_err(), Failure::NoRows { .. }));
    assert!(matches!(
        open(b" \n,,\n").unwrap_err(),
        Failure::NoRows { .. }
    ));
    assert!(matches!(
        open("课程名称,培训机构\n电工,甲\n".as_bytes()).unwrap_err(),
        Failure::NoHeader { .. }
    ));
    let only_header = open(HEADER.as_bytes()).unwrap();
    let import = read(
        &only_header,
        &words(),
        &KnownPeople::default(),
        "2026-11-21".parse().unwrap(),
    );
    assert_eq!((import.report.rows, import.report.skipped), (1, 1));
}
