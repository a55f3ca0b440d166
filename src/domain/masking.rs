//! Numbers of people inside words: what a half-public screen and a masked file show of them.
//!
//! Absent on purpose: the numbers of a record's own fields, which mask themselves.

use crate::text::fold::half_width;

/// Digits in a row that make an id number; shorter ones are phones and parts.
const ID_DIGITS: usize = 15;
/// And the most that it has.
const LONGEST_ID: usize = 18;

/// A text as a half-public screen may show it: of every id number in it the last four only, also
/// where somebody put blanks or dashes into it. As many characters as before, so that a caret stays
/// where it is.
pub fn ids(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_digit() || c.eq_ignore_ascii_case(&'x');
    let is_gap = |c: char| matches!(c, ' ' | '-' | '.');
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    for c in text.chars().map(Some).chain([None]) {
        let half = c.map(half_width);
        match c {
            Some(c) if half.is_some_and(is_part) => run.push(c),
            Some(c) if half.is_some_and(is_gap) && run.last().is_some_and(|l| *l != c) => {
                run.push(c);
            }
            _ => {
                out.extend(masked_run(&run));
                run.clear();
                out.extend(c);
            }
        }
    }
    out
}

/// A run of digits and gaps: masked but for its last four digits where it has as many as an id number.
fn masked_run(run: &[char]) -> Vec<char> {
    let is_part = |c: &char| half_width(*c).is_ascii_alphanumeric();
    let digits = run.iter().filter(|c| is_part(c)).count();
    // A day and a phone side by side have more digits than an id number.
    let is_one = digits == run.len() || digits <= LONGEST_ID;
    if digits < ID_DIGITS || !is_one {
        return run.to_vec();
    }
    let mut left = digits;
    let mask = |c: &char| {
        if !is_part(c) {
            return *c;
        }
        left -= 1;
        match (left < 4, c.is_ascii()) {
            (true, _) => *c,
            (false, true) => '*',
            (false, false) => '＊',
        }
    };
    run.iter().map(mask).collect()
}

/// Digits of a mobile phone, and of one behind its country code.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 11..=14;
/// How a mobile phone is parted when it is read out.
const PHONE_PARTS: [usize; 3] = [3, 4, 4];

/// Of every id number the last four, of every mobile phone the first three and the last four.
pub fn numbers(text: &str) -> String {
    let mut chars: Vec<char> = ids(text).chars().collect();
    let runs = runs(&chars);
    for (from, to) in &runs {
        let (length, start) = (to - from, half_width(chars[*from]));
        if PHONE_DIGITS.contains(&length) && (length > 11 || start == '1') {
            hide(&mut chars, to - 8, to - 4);
        }
    }
    for three in runs.windows(3) {
        let [a, b, c] = [three[0], three[1], three[2]];
        let lengths = [a.1 - a.0, b.1 - b.0, c.1 - c.0];
        let joined = |end: usize, start: usize| {
            start == end + 1 && matches!(chars[end], ' ' | '-' | '\u{3000}' | '－')
        };
        let is_phone = lengths == PHONE_PARTS && half_width(chars[a.0]) == '1';
        if is_phone && joined(a.1, b.0) && joined(b.1, c.0) {
            hide(&mut chars, b.0, b.1);
        }
    }
    chars.into_iter().collect()
}

/// Digits in a row with the X that may end an id number; from and to, in characters.
fn runs(chars: &[char]) -> Vec<(usize, usize)> {
    let is_part = |c: &char| {
        let c = half_width(*c);
        c.is_ascii_digit() || c.eq_ignore_ascii_case(&'x')
    };
    let mut runs = Vec::new();
    let mut from = None;
    for at in 0..=chars.len() {
        match (chars.get(at).filter(|c| is_part(c)), from) {
            (Some(_), None) => from = Some(at),
            (None, Some(start)) => {
                runs.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    runs
}

fn hide(chars: &mut [char], from: usize, to: usize) {
    for c in chars.get_mut(from..to).unwrap_or_default() {
        *c = if c.is_ascii() { '*' } else { '＊' };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_id_number_the_last_four_are_seen() {
        for (text, want) in [
            ("449901199203143217", "**************3217"),
            ("李 44990119920314321x。", "李 **************321x。"),
            ("李449901 19920314-3217", "李****** ********-3217"),
            ("2026-11-20 16912345601", "2026-11-20 16912345601"),
            ("16912345601 李明朗", "16912345601 李明朗"),
        ] {
            assert_eq!(ids(text), want, "{text}");
        }
        let wide = ids("４４９９０１１９９２０３１４３２１７");
        assert_eq!(wide.chars().count(), 18);
        assert!(wide.ends_with("＊３２１７"), "{wide}");
    }

    #[test]
    fn of_a_phone_in_a_note_the_middle_is_not_seen() {
        for (text, want) in [
            ("打16912345601找他妈妈", "打169****5601找他妈妈"),
            ("169-1234-5601", "169-****-5601"),
            ("8616912345601", "86169****5601"),
            (
                "证号449901199203143217，电话16912345601",
                "证号**************3217，电话169****5601",
            ),
            (
                "2026-11-20 15:00，底薪3700-4500",
                "2026-11-20 15:00，底薪3700-4500",
            ),
            ("20261120 报到，3楼", "20261120 报到，3楼"),
            ("xxx", "xxx"),
        ] {
            assert_eq!(numbers(text), want, "{text}");
        }
    }
}
