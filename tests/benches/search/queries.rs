//! What is typed, kind by kind, each with whom it means: said here by plain comparisons of texts, so that
//! the index does not judge itself.

use super::people::{Fields, Lines};

type Means = Box<dyn Fn(&Fields<'_>) -> bool>;

/// A text and whom it means.
pub(crate) struct Query {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
    pub(crate) means: Means,
    /// Whether string matchers are asked too: filters are a language of the box alone.
    pub(crate) words: bool,
}

fn query(
    kind: &'static str,
    text: impl Into<String>,
    means: impl Fn(&Fields<'_>) -> bool + 'static,
) -> Query {
    Query {
        kind,
        text: text.into(),
        means: Box::new(means),
        words: true,
    }
}

/// A name, place or wish written so.
fn written(kind: &'static str, word: &'static str) -> Query {
    query(kind, word, move |p| p.name.contains(word) || p.says(word))
}

/// Letters that a name is spelt by, or a place or wish.
fn spelt(kind: &'static str, typed: &'static str, letters: &'static str) -> Query {
    query(kind, typed, move |p| {
        p.pinyin.contains(letters) || p.says(letters)
    })
}

fn initials(kind: &'static str, typed: &'static str, letters: &'static str) -> Query {
    query(kind, typed, move |p| p.initials.contains(letters))
}

/// How a syllable sounds to those who mix up the commonest pairs.
fn heard(pinyin: &str) -> String {
    let pairs = [
        ("zh", "z"),
        ("ch", "c"),
        ("sh", "s"),
        ("ang", "an"),
        ("eng", "en"),
        ("ing", "in"),
    ];
    let plain = pairs
        .iter()
        .fold(pinyin.to_owned(), |p, (a, b)| p.replace(a, b));
    plain.replace('n', "l")
}

fn sounds(kind: &'static str, typed: &'static str) -> Query {
    let own = heard(typed);
    query(kind, typed, move |p| heard(p.pinyin).contains(&own))
}

/// Whether one character is another, missing, too many, or two are exchanged.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let exchanged = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    exchanged || a.get(1..) == b.get(1..) || a.get(1..) == Some(b) || b.get(1..) == Some(a)
}

fn slip(kind: &'static str, typed: &'static str) -> Query {
    query(kind, typed, move |p| {
        (0..=p.pinyin.len()).any(|to| p.pinyin.get(..to).is_some_and(|part| one_slip(part, typed)))
    })
}

fn number(kind: &'static str, typed: &str, digits: &str) -> Query {
    let own = digits.to_owned();
    query(kind, typed, move |p| {
        p.id.starts_with(&own)
            || p.id.ends_with(&own)
            || p.phone.starts_with(&own)
            || p.phone.ends_with(&own)
            || p.birth().starts_with(&own)
    })
}

fn born(kind: &'static str, typed: String, means: impl Fn(&str) -> bool + 'static) -> Query {
    query(kind, typed, move |p| means(p.birth()))
}

/// Every kind; numbers are those of somebody in the middle.
pub(crate) fn queries(people: &Lines) -> Vec<Query> {
    let somebody = people.fields((people.lines.len() / 2) as u32);
    let (id, phone, birth) = (somebody.id, somebody.phone, somebody.birth().to_owned());
    let (year, month, day) = (&birth[..4], &birth[4..6], &birth[6..]);
    let wrong = if id.as_bytes()[9] == b'7' { '8' } else { '7' };
    let wrong_id = format!("{}{wrong}{}", &id[..9], &id[10..]);
    let mut all = vec![
        written("surname", "张"),
        written("character of the given name", "强"),
        written("two characters", "张伟"),
        written("whole name", "陈志强"),
        initials("two initials", "zs", "zs"),
        initials("three initials", "czq", "czq"),
        spelt("full pinyin", "zhangwei", "zhangwei"),
        spelt("full pinyin", "chenzhiqiang", "chenzhiqiang"),
        spelt("last syllable begun", "zhangw", "zhangw"),
        spelt("syllable", "lian", "lian"),
        initials("syllable and initials", "chenzq", "czq"),
        spelt("compound surname", "ouyang", "ouyang"),
        spelt("pinyin with spaces", "zhang wei", "zhangwei"),
        query("v for ü", "lvxiaoming", |p| {
            p.pinyin.contains("lvxiaoming")
        }),
        query("u for ü", "luxiaoming", |p| {
            p.pinyin.contains("luxiaoming") || p.pinyin.contains("lvxiaoming")
        }),
        query("characters and letters", "陈zq", |p| {
            p.name.starts_with('陈') && p.initials.starts_with("czq")
        }),
        query("traditional", "陳誌強", |p| p.name.contains("陈志强")),
        query("misread surname", "cengwei", |p| {
            p.name.starts_with('曾') && p.pinyin.ends_with("wei") || p.pinyin.contains("cengwei")
        }),
        number("id prefix", &id[..6], &id[..6]),
        number("id prefix", &id[..12], &id[..12]),
        number("id tail", &id[14..].to_lowercase(), &id[14..]),
        number("id whole", &id.to_lowercase(), id),
        number(
            "id with spaces",
            &format!("{} {} {}", &id[..6], &id[6..14], &id[14..]),
            id,
        ),
        number(
            "id of 15 digits",
            &format!("{}{}", &id[..6], &id[8..17]),
            &id[..17],
        ),
        number("phone tail", &phone[7..], &phone[7..]),
        number("phone tail", &phone[3..], &phone[3..]),
        number("phone begun", &phone[..7], &phone[..7]),
        number("birth date", &birth, &birth),
        written("town", "石岐"),
        spelt("town in pinyin", "shiqi", "shiqi"),
        written("village", "明华村"),
        written("wish", "月嫂"),
        spelt("wish in pinyin", "yuesao", "yuesao"),
        query("wish in other words", "开叉车", |p| {
            p.wishes.contains("叉车")
        }),
        query("name and wish", "chen yuesao", |p| {
            p.pinyin.contains("chen") && p.wishes.contains("月嫂")
        }),
        query("name, town and wish", "张 石岐 月嫂", |p| {
            p.name.contains('张') && p.town.contains("石岐") && p.wishes.contains("月嫂")
        }),
        spelt("nobody", "xqzvkjw", "xqzvkjw"),
        sounds("near sound z/zh", "zangwei"),
        sounds("near sound n/l", "niufang"),
        sounds("near sound an/ang", "chengzhiqian"),
        slip("letters exchanged", "zhagnwei"),
        query("same sound", "陈志墙", |p| p.pinyin == "chenzhiqiang"),
        query("looks alike", "洗志强", |p| {
            p.name.contains("冼志强") || p.pinyin == "xizhiqiang" || p.pinyin == "xianzhiqiang"
        }),
    ];
    let own = format!("zhang {}", &phone[7..]);
    let tail = phone[7..].to_owned();
    all.push(query("name and tail", own, move |p| {
        p.pinyin.contains("zhang") && (p.id.ends_with(&tail) || p.phone.ends_with(&tail))
    }));
    let (whole, of_day) = (birth.clone(), birth[4..].to_owned());
    all.push(born(
        "birth date with marks",
        format!("{year}-{month}-{day}"),
        move |b| b == whole,
    ));
    all.push(born(
        "day of birth",
        format!("{month}月{day}日"),
        move |b| b.ends_with(&of_day),
    ));
    let of_month = birth[..6].to_owned();
    all.push(born(
        "month of birth",
        format!("{year}年{month}月"),
        move |b| b.starts_with(&of_month),
    ));
    let right = id.to_owned();
    all.push(query(
        "one digit wrong",
        wrong_id.to_lowercase(),
        move |p| p.id == right,
    ));
    let filters: [(&'static str, Means); 4] = [
        ("组:两后生", Box::new(|p| p.youth)),
        ("镇:石岐", Box::new(|p| p.town.contains("石岐"))),
        (
            "组:两后生 镇:石岐 年龄:16-24",
            Box::new(|p| {
                p.youth && p.town.contains("石岐") && ("20010602".."20100602").contains(&p.birth())
            }),
        ),
        (
            "张 组:两后生",
            Box::new(|p| p.youth && p.name.contains('张')),
        ),
    ];
    all.extend(filters.into_iter().map(|(text, means)| Query {
        kind: "filter",
        text: text.to_owned(),
        means,
        words: false,
    }));
    all
}
