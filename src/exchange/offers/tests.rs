//! Sheets of courses, vacancies and contacts as clerks write them.

use super::KnownRecords;
use crate::domain::{
    contact::{Channel, Outcome, Party, Purpose, Reason as WhyNot},
    id_number::IdNumber,
    ids::{PersonId, uuid_v7},
};
use crate::exchange::{
    contacts::{self, ContactRow, PersonKey},
    courses,
    export::{self, FileFormat, Options},
    report::{Fix, Import, Reason, RowOutcome},
    sheet::Encoding,
    source, vacancies,
};
use crate::text::Lang;

fn outcomes<R>(import: &Import<R>) -> Vec<RowOutcome> {
    import.report.details.iter().map(|d| d.outcome).collect()
}

const COURSES: &str = "\
石岐街道2026年第四季度培训计划\n\
编号,课程名称,培训机构,地点,开班日期,课时,等级,招生对象,条件,费用,备注,班主任\n\
K01,电工(中级),中山技校,石岐,2026-12-01,120课时,中级,农村劳动力,45岁以下，有初级证,免费,零基础勿报,陈老师\n\
K02,粤菜师傅,好厨房,南区,2026年12月8日,48,初级,两后生,零基础可报,0,\n\
,养老护理,康护学校,西区,满30人开班,,五级,,=须持证,,\n\
,养老护理,康护学校,西区,满30人开班,,五级,,,,\n\
K01,另一门课,别家,,,,,,,,\n\
K03,,好厨房,,,,,,,,\n\
合计,4门,,,,,,,,,\n";

#[test]
fn courses_as_clerks_write_them() {
    use RowOutcome::{Accepted, Duplicate, Fixed, Rejected, Skipped};
    let source = source::open(COURSES.as_bytes(), "f", Encoding::Auto).unwrap();
    let import = courses::read(&source, &KnownRecords::default());
    assert_eq!(
        outcomes(&import),
        [
            Skipped, Skipped, Accepted, Fixed, Fixed, Duplicate, Duplicate, Rejected, Skipped
        ]
    );
    let details = &import.report.details;
    assert_eq!(details[3].fixes, [Fix::DateFormat]);
    assert_eq!(details[4].fixes, [Fix::FormulaNeutralised]);
    assert_eq!(details[5].duplicate_of_row, Some(5));
    assert_eq!(details[6].duplicate_of_row, Some(3));
    assert_eq!(details[7].reason, Some(Reason::TitleMissing));
    let electrician = &import.records[0].1;
    assert_eq!(electrician.condition, "45岁以下，有初级证");
    assert_eq!(electrician.hours.value, Some(120));
    assert_eq!(electrician.extra["班主任"], "陈老师");
    let care = &import.records[2].1;
    assert_eq!(
        (care.start.text.as_str(), care.start.value),
        ("满30人开班", None)
    );

    let mut known = KnownRecords::default();
    for (row, record) in &import.records {
        let reference = match record.reference.as_str() {
            "" => format!("K9{row}"),
            own => own.to_owned(),
        };
        known.insert(&reference, courses::key(record));
    }
    let again = courses::read(&source, &known);
    assert!(again.records.is_empty());
    assert_eq!(again.report.details[4].reference.as_deref(), Some("K95"));
}

const VACANCIES: &str = "\
岗位,企业名称,工作地点,工资待遇,招聘人数,岗位要求,福利待遇,发布时间,有效期至\n\
普工,好电器有限公司,小榄,底薪3700+计件，综合5500-6500,50人,18-45岁,包食宿,2026-11-01,2026/12/31\n\
普工,好电器有限公司,小榄,另一份,5,,,2026-11-01,\n\
普工,好电器有限公司,古镇,4000,若干,,,2026-11-01,招满为止\n";

#[test]
fn vacancies_as_clerks_write_them() {
    use RowOutcome::{Accepted, Duplicate, Fixed, Skipped};
    let source = source::open(VACANCIES.as_bytes(), "f", Encoding::Auto).unwrap();
    let import = vacancies::read(&source, &KnownRecords::default());
    assert_eq!(outcomes(&import), [Skipped, Fixed, Duplicate, Accepted]);
    let worker = &import.records[0].1;
    assert_eq!(worker.pay, "底薪3700+计件，综合5500-6500");
    assert_eq!(worker.headcount.value, Some(50));
    assert_eq!(worker.closes.value, "2026-12-31".parse().ok());
    let other = &import.records[1].1;
    assert_eq!(
        (other.headcount.text.as_str(), other.headcount.value),
        ("若干", None)
    );
    assert_eq!(
        (other.closes.text.as_str(), other.closes.value),
        ("招满为止", None)
    );
}

#[test]
fn courses_and_vacancies_come_back_as_they_went() {
    let courses_in: Vec<_> = {
        let source = source::open(COURSES.as_bytes(), "f", Encoding::Auto).unwrap();
        let import = courses::read(&source, &KnownRecords::default());
        import
            .records
            .into_iter()
            .map(|(_, record)| record)
            .collect()
    };
    let vacancies_in: Vec<_> = {
        let source = source::open(VACANCIES.as_bytes(), "f", Encoding::Auto).unwrap();
        let import = vacancies::read(&source, &KnownRecords::default());
        import
            .records
            .into_iter()
            .map(|(_, record)| record)
            .collect()
    };
    for format in [FileFormat::Csv, FileFormat::Xlsx, FileFormat::Json] {
        let options = Options {
            format,
            lang: Lang::En,
            reveal: false,
            day: "2026-11-21".parse().unwrap(),
        };
        let bytes = export::courses(&courses_in, options).unwrap();
        let source = source::open(&bytes, "f", Encoding::Auto).unwrap();
        let back = courses::read(&source, &KnownRecords::default()).records;
        assert!(back.iter().map(|(_, r)| r).eq(&courses_in), "{format:?}");
        let bytes = export::vacancies(&vacancies_in, options).unwrap();
        let source = source::open(&bytes, "f", Encoding::Auto).unwrap();
        let back = vacancies::read(&source, &KnownRecords::default()).records;
        assert!(back.iter().map(|(_, r)| r).eq(&vacancies_in), "{format:?}");
    }
}

fn contacts_of(csv: &str, known: &KnownRecords) -> Import<ContactRow> {
    let source = source::open(csv.as_bytes(), "f", Encoding::Auto).unwrap();
    let zone = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    let somebody = PersonId(uuid_v7(1, [1; 10]));
    let id = IdNumber::from_body("44990119900101996").unwrap();
    let find = |key: PersonKey<'_>| match key {
        PersonKey::Reference(reference) => (reference == "P000001").then_some(somebody),
        PersonKey::IdNumber(number) => (number == id).then_some(somebody),
    };
    contacts::read(&source, known, zone, &find)
}

#[test]
fn contacts_name_their_person_by_reference_or_id_number() {
    use RowOutcome::{Accepted, Duplicate, Fixed, Rejected, Skipped};
    let id = IdNumber::from_body("44990119900101996").unwrap();
    let csv = format!(
        "\
编号,求职者,企业,时间,经办人,方式,接谈人,地点,事由,结果,原因,内容,下次联系\n\
L1,P000001,,2026-11-20 09:30,陈明,去电,本人,,岗位推荐;跟踪回访,4,1,家里有老人,2026-11-27\n\
L2,{id},,2026/11/20 10:00,陈明,2,1,,1、闲聊,约时间再联系,,,2026年11月30日\n\
L3,,好电器,2026-11-20 11:00,陈明,call_out,,,,told,,=招工,\n\
L1,P000001,,2026-11-20 09:30,陈明,去电,,,,told,,,\n\
,P999999,,2026-11-20 09:30,陈明,去电,,,,told,,,\n\
,P000001,,昨天,陈明,去电,,,,told,,,\n\
,P000001,,2026-11-20,陈明,喊话,,,,told,,,\n\
,P000001,,2026-11-20,陈明,去电,,,,很好,,,\n"
    );
    let import = contacts_of(&csv, &KnownRecords::default());
    assert_eq!(
        outcomes(&import),
        [
            Skipped, Accepted, Fixed, Fixed, Duplicate, Rejected, Rejected, Rejected, Rejected
        ]
    );
    let reasons: Vec<Reason> = import.rejects.iter().map(|r| r.reason).collect();
    assert_eq!(
        reasons,
        [
            Reason::PersonUnknown,
            Reason::TimeInvalid,
            Reason::ChannelInvalid,
            Reason::OutcomeInvalid
        ]
    );
    let first = &import.records[0].1;
    assert_eq!(first.at.to_rfc3339(), "2026-11-20T09:30:00+08:00");
    assert_eq!(first.purposes, [Purpose::Vacancy, Purpose::FollowUp]);
    assert_eq!(
        (first.channel, first.party, first.outcome, first.reason),
        (
            Channel::CallOut,
            Some(Party::Themself),
            Outcome::Declined,
            Some(WhyNot::Family)
        )
    );
    let second = &import.records[1].1;
    assert_eq!(second.person, first.person);
    assert_eq!(second.purposes, [Purpose::Survey]);
    assert_eq!(second.extra["事由（原文）"], "闲聊");
    let third = &import.records[2].1;
    assert_eq!((third.person, third.enterprise.as_str()), (None, "好电器"));

    let closed =
        "时间,方式,结果,状态\n2026-11-20 09:30,去电,told,已作废\n2026-11-20 09:30,去电,told,有效\n";
    let closed = contacts_of(closed, &KnownRecords::default());
    assert_eq!(closed.rejects[0].reason, Reason::ContactClosed);
    assert_eq!(closed.records.len(), 1);

    let mut known = KnownRecords::default();
    for (_, row) in &import.records {
        let key = contacts::key(row.person, &row.enterprise, row.at, row.channel, &row.note);
        known.insert(&row.reference, key);
    }
    assert!(contacts_of(&csv, &known).records.is_empty());
}
