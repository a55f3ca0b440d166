//! The language of the search box: what each typed scrap can mean.
//!
//! Absent on purpose: which people it finds. A query is a list of readings; a person is meant who
//! satisfies every word of at least one of them.

mod filter;

use super::lexicon::Lexicon;
use crate::domain::filter::FilterProblem;
use crate::text::fold::is_han;
use chrono::NaiveDate;
use filter::Chunk;
pub use filter::{Filter, FilterValue, Scope, Scoped};

/// One word, by its script. It asks only the fields that can hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// Chinese characters, simplified, and lower-case letters, `v` for ü; `'` stands where a syllable
    /// must begin.
    Text(Vec<char>),
    /// Digits, perhaps with the final `x` of an id number.
    Digits(String),
    /// A birth date or a part of one.
    Date(DatePart),
    /// Letters and digits as they stand in a reference.
    Reference(String),
}

/// A date of which parts may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatePart {
    /// Year; below 100 it stands for the last two digits.
    pub year: Option<u32>,
    /// Month.
    pub month: Option<u32>,
    /// Day.
    pub day: Option<u32>,
}

impl DatePart {
    /// Whether year, month and day are all given.
    pub fn is_whole(self) -> bool {
        self.year.is_some() && self.month.is_some() && self.day.is_some()
    }

    /// Whether `date` (`yyyymmdd`) is of this year, month and day.
    pub fn holds(self, date: u32) -> bool {
        let year = date / 10_000;
        date != 0
            && self
                .year
                .is_none_or(|y| y == year || (y < 100 && y == year % 100))
            && self.month.is_none_or(|m| m == date / 100 % 100)
            && self.day.is_none_or(|d| d == date % 100)
    }

    fn checked(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let fine = month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| (1..=31).contains(&d))
            && year.is_none_or(|y| y < 100 || (1900..=2100).contains(&y));
        fine.then_some(Self { year, month, day })
    }

    /// Reads digits without marks: `19960229`, `960229`, `199602`, `1996`; several where they are
    /// ambiguous.
    pub fn from_digits(digits: &str) -> Vec<Self> {
        let n = |range: std::ops::Range<usize>| digits.get(range).and_then(|d| d.parse().ok());
        let full_year = |part: Self| part.year.is_some_and(|y| y >= 1900).then_some(part);
        let read = match digits.len() {
            8 => vec![Self::checked(n(0..4), n(4..6), n(6..8)).and_then(full_year)],
            6 => vec![
                Self::checked(n(0..4), n(4..6), None).and_then(full_year),
                Self::checked(n(0..2), n(2..4), n(4..6)),
            ],
            4 => vec![Self::checked(n(0..4), None, None).and_then(full_year)],
            _ => Vec::new(),
        };
        read.into_iter().flatten().collect()
    }
}

/// What stands in the box, understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Each is a list of words that must all hold; none where filters stand alone.
    pub readings: Vec<Vec<Scoped>>,
    /// Conditions that must all hold as well.
    pub filters: Vec<Filter>,
    /// What could not be taken as a filter.
    pub problems: Vec<FilterProblem>,
}

/// Longer texts are no query; they are pasted by mistake.
const LONGEST: usize = 200;
/// More words are no query either.
const MOST_WORDS: usize = 12;

/// Words that say which field is meant; the digits beside them say it already.
const LABELS: [&str; 12] = [
    "身份证号",
    "身份证",
    "证号",
    "手机号",
    "手机",
    "电话",
    "尾号",
    "生日",
    "出生",
    "姓名",
    "编号",
    "号码",
];

impl Query {
    /// Reads the box on a day (ages are counted from it). Full-width and traditional forms are folded
    /// here.
    pub fn parse(lexicon: &Lexicon, text: &str, today: NaiveDate) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let folded = lexicon.fold(&text).replace('ü', "v");
        let mut query = Self::default();
        let mut scoped: Vec<Scoped> = Vec::new();
        // By script; characters and letters of one token together; as references.
        let mut ways: [Vec<Word>; 3] = Default::default();
        for chunk in folded.split_whitespace() {
            match filter::read(chunk, today) {
                Chunk::Filter(filter) => query.filters.push(filter),
                Chunk::Word(word) => scoped.push(word),
                Chunk::Open => {}
                Chunk::Wrong(problem) => query.problems.push(problem),
                Chunk::Plain(problem) => {
                    query.problems.extend(problem);
                    plain(chunk, &mut ways);
                }
            }
        }
        let is_label = |w: &Word| matches!(w, Word::Text(c) if LABELS.contains(&c.iter().collect::<String>().as_str()));
        if !ways[0].iter().all(is_label) {
            ways.iter_mut().for_each(|way| way.retain(|w| !is_label(w)));
        }
        let [split, whole, references] = ways;
        let mut words: Vec<Vec<Word>> = Vec::new();
        for way in [joined(&whole), Some(whole), Some(split), Some(references)] {
            let Some(mut way) = way.filter(|w| !w.is_empty()) else {
                continue;
            };
            way.truncate(MOST_WORDS);
            if !words.contains(&way) {
                words.push(way);
            }
        }
        if words.is_empty() && !scoped.is_empty() {
            words.push(Vec::new());
        }
        let with_scoped = |way: Vec<Word>| {
            let any = way.into_iter().map(Scoped::any);
            any.chain(scoped.iter().cloned()).collect()
        };
        query.readings = words.into_iter().map(with_scoped).collect();
        query
    }

    /// True where nothing was typed that could mean anybody.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty() && self.filters.is_empty()
    }
}

/// Reads a chunk without a filter in all ways.
fn plain(chunk: &str, ways: &mut [Vec<Word>; 3]) {
    if let Some(date) = date(chunk) {
        ways.iter_mut().for_each(|way| way.push(Word::Date(date)));
        return;
    }
    for token in chunk.split(is_break).filter(|t| !t.is_empty()) {
        let words = words(token);
        let reference = words.len() > 1 && token.is_ascii();
        ways[1].extend(unsplit(&words));
        if reference {
            ways[2].push(Word::Reference(token.to_owned()));
        } else {
            ways[2].extend(words.iter().cloned());
        }
        ways[0].extend(words);
    }
}

/// Characters and letters of one token are one scrap as well: `张wei`, `zhuo越`.
fn unsplit(words: &[Word]) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for word in words {
        match (out.last_mut(), word) {
            (Some(Word::Text(a)), Word::Text(b)) => a.extend(b),
            _ => out.push(word.clone()),
        }
    }
    out
}

/// Words of one script typed with spaces are one scrap as well: `zhang wei`, `138 1234`, `张 伟`.
fn joined(words: &[Word]) -> Option<Vec<Word>> {
    let mut rest = words.iter();
    let mut all = rest.next()?.clone();
    if words.len() < 2 {
        return None;
    }
    for word in rest {
        match (&mut all, word) {
            (Word::Text(a), Word::Text(b)) => {
                if a.last().is_some_and(char::is_ascii) && b.first().is_some_and(char::is_ascii) {
                    a.push('\'');
                }
                a.extend(b);
            }
            (Word::Digits(a), Word::Digits(b)) if !a.ends_with('x') => a.push_str(b),
            _ => return None,
        }
    }
    if let Word::Digits(digits) = &mut all {
        *digits = number(digits)?;
        if digits.len() > 18 {
            return None;
        }
    }
    Some(vec![all])
}

fn is_break(c: char) -> bool {
    !(c.is_alphanumeric() || is_han(c) || matches!(c, '-' | '.' | '\'' | '_'))
}

/// Splits a token by script: `zhang3217`, `张3217`, `449901199602299971`.
fn words(token: &str) -> Vec<Word> {
    let joined: String = token.chars().filter(|c| !matches!(c, '-' | '.')).collect();
    if let Some(digits) = number(&joined) {
        return vec![Word::Digits(digits)];
    }
    let mut out: Vec<Word> = Vec::new();
    let mut run = String::new();
    let mut kind = None;
    let mut rest = token.chars().chain(['\0']).peekable();
    while let Some(c) = rest.next() {
        let next = match c {
            c if is_han(c) => Some('h'),
            '0'..='9' => Some('d'),
            // The check character that ends a tail.
            'x' if kind == Some('d') && rest.peek() == Some(&'\0') => Some('d'),
            'a'..='z' | '\'' => Some('l'),
            '\0' | '_' | '-' => None,
            // A dot inside a Chinese name or an unknown letter joins nothing and parts nothing.
            _ => continue,
        };
        if next != kind {
            match kind {
                Some('h') => out.push(Word::Text(run.chars().collect())),
                Some('d') => out.push(Word::Digits(run.clone())),
                Some('l') => out.extend(latin(&run)),
                _ => {}
            }
            run.clear();
            kind = next;
        }
        run.push(c);
    }
    out
}

/// Digits of an id number or phone, written without marks, the country code taken off.
fn number(joined: &str) -> Option<String> {
    let body = joined.strip_suffix('x').unwrap_or(joined);
    if body.is_empty() || !body.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if body.len() < joined.len() && body.len() > 17 {
        return None;
    }
    let mobile = joined
        .strip_prefix("86")
        .filter(|m| m.len() == 11 && m.starts_with('1'));
    Some(mobile.unwrap_or(joined).to_owned())
}

fn latin(run: &str) -> Option<Word> {
    let mut letters: Vec<char> = Vec::with_capacity(run.len());
    for c in run.chars() {
        match (letters.last(), c) {
            (None | Some('\''), '\'') => {}
            // After j, q, x and y a ü is written u.
            (Some('j' | 'q' | 'x' | 'y'), 'v') => letters.push('u'),
            _ => letters.push(c),
        }
    }
    if letters.last() == Some(&'\'') {
        letters.pop();
    }
    (!letters.is_empty()).then_some(Word::Text(letters))
}

/// A date with marks: `1996-2-29`, `1996年2月`, `2月29日`, `2-29`, `96.2.29`.
fn date(chunk: &str) -> Option<DatePart> {
    let chunk = chunk.trim_end_matches('生').trim_end_matches('出');
    let mut numbers: Vec<u32> = Vec::new();
    let mut marks = String::new();
    let mut rest = chunk;
    while !rest.is_empty() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > 4 {
            return None;
        }
        numbers.push(rest[..length].parse().ok()?);
        let mut after = rest[length..].chars();
        match after.next() {
            Some('-' | '.' | '/') => marks.push('-'),
            Some('年') => marks.push('年'),
            Some('月') => marks.push('月'),
            Some('日' | '号') => marks.push('日'),
            Some(_) => return None,
            None => {}
        }
        rest = after.as_str();
    }
    let year = |y: u32| (!(100..1900).contains(&y)).then_some(Some(y));
    match (&numbers[..], marks.as_str()) {
        ([y, m, d], "--" | "年月" | "年月日") => {
            DatePart::checked(year(*y)?, Some(*m), Some(*d))
        }
        ([y, m], "年" | "年月") => DatePart::checked(year(*y)?, Some(*m), None),
        ([y, m], "-" | "--") if *y >= 1900 => DatePart::checked(Some(*y), Some(*m), None),
        ([m, d], "-" | "月" | "月日") => DatePart::checked(None, Some(*m), Some(*d)),
        ([y], "年") => DatePart::checked(year(*y)?, None, None),
        ([m], "月") => DatePart::checked(None, Some(*m), None),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
