//! Words that ask one field only: `组:两后生 镇:石岐 年龄:16-24 状态:失业 证:叉车`, and `!` for not.
//!
//! Absent on purpose: fields that the index does not hold (the last contact).

use super::{Word, words};
use chrono::{Datelike, Months, NaiveDate};

/// The field that a word asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Every field that can hold the word.
    Any,
    /// The name.
    Name,
    /// Any place.
    Place,
    /// Town or street.
    Town,
    /// Village or community.
    Village,
    /// Work wished for.
    Wish,
    /// Certificates.
    Cert,
    /// Groups.
    Group,
    /// Employment state.
    Status,
    /// Age.
    Born,
}

impl Scope {
    /// Whether names are asked.
    pub fn has_names(self) -> bool {
        matches!(self, Self::Any | Self::Name)
    }

    /// Whether groups are asked.
    pub fn has_groups(self) -> bool {
        matches!(self, Self::Any | Self::Group)
    }
}

/// The keys of filters: the character or term, its pinyin, its initials.
const KEYS: [(&[&str], Scope); 9] = [
    (&["组", "类别", "zu", "z", "group"], Scope::Group),
    (&["镇", "镇街", "zhen", "zj", "town"], Scope::Town),
    (&["村", "村居", "cun", "cj", "village"], Scope::Village),
    (&["地", "地址", "di", "dz", "place"], Scope::Place),
    (&["年龄", "nianling", "nl", "age"], Scope::Born),
    (&["状态", "zhuangtai", "zt", "status"], Scope::Status),
    (&["证", "证书", "zheng", "zs", "cert"], Scope::Cert),
    (&["求职", "意向", "qiuzhi", "qz", "yx", "wish"], Scope::Wish),
    (&["姓名", "名", "xingming", "xm", "name"], Scope::Name),
];

/// A word with the field that it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scoped {
    /// The word; an age stands in `born`.
    pub word: Word,
    /// The field.
    pub scope: Scope,
    /// True where those are meant who do not have it.
    pub not: bool,
    /// Birth dates from one to another, `yyyymmdd`.
    pub born: Option<(u32, u32)>,
}

impl Scoped {
    /// A word that asks every field.
    pub fn any(word: Word) -> Self {
        Self {
            word,
            scope: Scope::Any,
            not: false,
            born: None,
        }
    }
}

/// Reads one chunk of the box as a filter, if it is one.
pub(super) fn read(chunk: &str, today: NaiveDate) -> Option<Scoped> {
    let (not, body) = match chunk.strip_prefix('!') {
        Some(body) => (true, body),
        None => (false, chunk),
    };
    let at = body.find([':', '>', '<']);
    let Some(at) = at else {
        let word = words(body).into_iter().next().filter(|_| not)?;
        return Some(Scoped {
            not,
            ..Scoped::any(word)
        });
    };
    let (key, value) = body.split_at(at);
    let (_, scope) = KEYS.iter().find(|(keys, _)| keys.contains(&key))?;
    let mut scoped = Scoped {
        scope: *scope,
        not,
        ..Scoped::any(Word::Text(Vec::new()))
    };
    if *scope == Scope::Born {
        scoped.born = Some(born(value, today)?);
        return Some(scoped);
    }
    let value = value.strip_prefix(':')?;
    // A filter whose value is still to come holds for nobody in particular.
    scoped.word = words(value).into_iter().next()?;
    Some(scoped)
}

/// Birth dates of ages: `:16-24`, `:30`, `>50`, `<18`.
fn born(value: &str, today: NaiveDate) -> Option<(u32, u32)> {
    let (sign, value) = value.split_at(1);
    let age = |text: &str| text.trim_end_matches('岁').parse::<u32>().ok();
    let (low, high) = match (sign, value.split_once('-')) {
        (":", Some((low, high))) => (age(low)?, age(high)?),
        (":", None) => (age(value)?, age(value)?),
        (">", None) => (age(value)? + 1, 150),
        ("<", None) => (0, age(value)?.checked_sub(1)?),
        _ => return None,
    };
    let back = |years: u32| today.checked_sub_months(Months::new(years.min(200) * 12));
    let number = |day: NaiveDate| {
        u32::try_from(day.year()).unwrap_or(0) * 10_000 + day.month() * 100 + day.day()
    };
    let last = back(low)?;
    let first = back(high + 1)?.succ_opt()?;
    Some((number(first), number(last)))
}
