//! Sheets of courses, vacancies and contacts as clerks write them.

use super::KnownRecords;
use crate::exchange::{
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
,养老护理,康护学校,西区,满30人开班,—,五级,,=须持证,—,/\n\
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
    assert_eq!(
        (
            care.fee.as_str(),
            care.remark.as_str(),
            care.hours.text.as_str()
        ),
        ("—", "/", "—"),
        "a dash is somebody's words"
    );

    let mut known = KnownRecords::default();
    for (row, record) in &import.records {
        let reference = match record.reference.as_str() {
            "" => format!("K9{row}"),
            own => own.to_owned(),
        };
        known.insert(&reference, courses::key(record), record.clone());
    }
    let again = courses::read(&source, &known);
    assert!(again.records.is_empty());
    assert_eq!(again.report.details[4].reference.as_deref(), Some("K95"));
    assert!(again.report.details[4].differs.is_empty());
    let differs = again.report.details[6].differs.iter();
    let differs: Vec<&str> = differs.map(|c| c.column.as_str()).collect();
    assert_eq!(differs, ["title", "org"], "K01 is another course by now");
    let warned: Vec<(usize, &str)> = details
        .iter()
        .flat_map(|d| d.warnings.iter().map(|w| (d.row, w.cell.column.as_str())))
        .collect();
    assert_eq!(warned, [(5, "start")]);
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
        let import = courses::read(&source, &KnownRecords::default());
        if format == FileFormat::Json {
            assert_eq!(import.report.fixed, 0, "our own words need no repair");
        }
        let back = import.records;
        assert!(back.iter().map(|(_, r)| r).eq(&courses_in), "{format:?}");
        let bytes = export::vacancies(&vacancies_in, options).unwrap();
        let source = source::open(&bytes, "f", Encoding::Auto).unwrap();
        let back = vacancies::read(&source, &KnownRecords::default()).records;
        assert!(back.iter().map(|(_, r)| r).eq(&vacancies_in), "{format:?}");
    }
}
