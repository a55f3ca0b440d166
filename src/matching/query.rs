//! The language of the search box: what each typed scrap can mean.
//!
//! Absent on purpose: which people it finds. A query is a list of readings; a person is meant who
//! satisfies every word of at least one of them.

use super::lexicon::Lexicon;
use crate::text::fold::is_han;

/// One word, by its script. It asks only the fields that can hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// Chinese characters, simplified.
    Han(Vec<char>),
    /// Lower-case letters, `v` for ü; `'` stands where a syllable must begin.
    Latin(Vec<u8>),
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
    /// Each is a list of words that must all hold.
    pub readings: Vec<Vec<Word>>,
}

/// Longer texts are no query; they are pasted by mistake.
const LONGEST: usize = 200;

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
    /// Reads the box. Full-width and traditional forms are folded here.
    pub fn parse(lexicon: &Lexicon, text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let folded = lexicon.fold(&text).replace('ü', "v");
        let mut split: Vec<Word> = Vec::new();
        let mut whole: Vec<Word> = Vec::new();
        for chunk in folded.split_whitespace() {
            if let Some(date) = date(chunk) {
                split.push(Word::Date(date));
                whole.push(Word::Date(date));
                continue;
            }
            for token in chunk.split(is_break).filter(|t| !t.is_empty()) {
                let words = words(token);
                match &words[..] {
                    [] => {}
                    [one] => whole.push(one.clone()),
                    _ if token.is_ascii() => whole.push(Word::Reference(token.to_owned())),
                    _ => whole.extend(words.iter().cloned()),
                }
                split.extend(words);
            }
        }
        if split.len() > 1 {
            let is_label = |w: &Word| matches!(w, Word::Han(c) if LABELS.contains(&c.iter().collect::<String>().as_str()));
            if !split.iter().all(is_label) {
                split.retain(|w| !is_label(w));
                whole.retain(|w| !is_label(w));
            }
        }
        let mut readings = vec![];
        readings.extend(joined(&split));
        for reading in [split, whole] {
            if !reading.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        Self { readings }
    }

    /// True where nothing was typed that could mean anybody.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
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
            (Word::Han(a), Word::Han(b)) => a.extend(b),
            (Word::Latin(a), Word::Latin(b)) => {
                a.push(b'\'');
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
                Some('h') => out.push(Word::Han(run.chars().collect())),
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
    let mut bytes: Vec<u8> = Vec::with_capacity(run.len());
    for b in run.bytes() {
        match (bytes.last(), b) {
            (None | Some(b'\''), b'\'') => {}
            // After j, q, x and y a ü is written u.
            (Some(b'j' | b'q' | b'x' | b'y'), b'v') => bytes.push(b'u'),
            _ => bytes.push(b),
        }
    }
    if bytes.last() == Some(&b'\'') {
        bytes.pop();
    }
    (!bytes.is_empty()).then_some(Word::Latin(bytes))
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
