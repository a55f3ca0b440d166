//! The box read: scripts, numbers through their marks, dates, filters.

use super::*;
use proptest::prelude::*;

fn bare() -> Lexicon {
    Lexicon::parse(super::super::lexicon::LexiconSources {
        hanzi_pinyin: "",
        surname_readings: "",
        traditional_simplified: "traditional\tsimplified\n張\t张\n",
        fuzzy_pinyin: "",
    })
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

fn read(text: &str) -> Vec<Vec<Word>> {
    let readings = Query::parse(&bare(), text, today()).readings;
    let words = |r: Vec<Scoped>| r.into_iter().map(|w| w.word).collect();
    readings.into_iter().map(words).collect()
}

fn text(text: &str) -> Word {
    Word::Text(text.chars().collect())
}

fn digits(text: &str) -> Word {
    Word::Digits(text.into())
}

fn date(y: Option<u32>, m: Option<u32>, d: Option<u32>) -> Word {
    Word::Date(DatePart {
        year: y,
        month: m,
        day: d,
    })
}

#[test]
fn each_script_is_a_word_of_its_own() {
    assert_eq!(read("張伟"), [[text("张伟")]]);
    assert_eq!(read("Ｚｈａｎｇ"), [[text("zhang")]]);
    assert_eq!(read("lǚ"), [[text("l")]], "a toned letter is no key");
    assert_eq!(read("lü"), [[text("lv")]]);
    assert_eq!(read("jvxia"), [[text("juxia")]]);
    assert_eq!(
        read("zhang3217"),
        [
            vec![text("zhang"), digits("3217")],
            vec![Word::Reference("zhang3217".into())]
        ]
    );
    assert_eq!(
        read("guo657X")[0],
        [text("guo"), digits("657x")],
        "the last character of an id number"
    );
    assert_eq!(read("张3217"), [[text("张"), digits("3217")]]);
    assert_eq!(
        read("陈xm"),
        [vec![text("陈xm")], vec![text("陈"), text("xm")]]
    );
    assert_eq!(
        read("zhang wei"),
        [vec![text("zhang'wei")], vec![text("zhang"), text("wei")]]
    );
    assert_eq!(
        read("张，石岐"),
        [vec![text("张石岐")], vec![text("张"), text("石岐")]]
    );
    assert_eq!(read("尾号3217"), [[digits("3217")]]);
    assert!(read("  ，。 ").is_empty());
}

#[test]
fn numbers_are_read_through_their_marks() {
    for text in [
        "449901 19960229 9971",
        "449901-19960229-9971",
        "４４９９０１１９９６０２２９９９７１",
    ] {
        assert_eq!(read(text)[0], [digits("449901199602299971")], "{text}");
    }
    assert_eq!(read("11010519491231002X"), [[digits("11010519491231002x")]]);
    assert_eq!(read("+86 169-1234-5678")[0], [digits("16912345678")]);
    assert_eq!(read("+8616912345678"), [[digits("16912345678")]]);
}

#[test]
fn dates_in_common_forms() {
    let whole = date(Some(1996), Some(2), Some(29));
    for text in [
        "1996-02-29",
        "1996.2.29",
        "1996。2。29",
        "1996/2/29",
        "1996年2月29日",
        "1996年2月29",
        "1996年2月29日出生",
    ] {
        assert_eq!(read(text), [[whole.clone()]], "{text}");
    }
    assert_eq!(read("1996年2月"), [[date(Some(1996), Some(2), None)]]);
    assert_eq!(read("1996-2"), [[date(Some(1996), Some(2), None)]]);
    assert_eq!(read("96年"), [[date(Some(96), None, None)]]);
    assert_eq!(read("2月29日"), [[date(None, Some(2), Some(29))]]);
    assert_eq!(read("2-29"), [[date(None, Some(2), Some(29))]]);
    assert_eq!(DatePart::from_digits("19960229").len(), 1);
    assert_eq!(DatePart::from_digits("19961329").len(), 0);
    assert!(DatePart::from_digits("960229")[0].holds(19_960_229));
    assert!(!DatePart::from_digits("960229")[0].holds(19_960_228));
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,30}") {
        let query = Query::parse(&bare(), &text, today());
        prop_assert!(query.readings.iter().all(|r| !r.is_empty()));
    }
}
