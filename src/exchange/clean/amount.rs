//! Counts and sums of money as clerks write them: the first number counts, the words stay.

use crate::domain::written::Written;
use crate::text::fold;

/// A count: `48课时`, `5人`, `若干` (not known).
pub(crate) fn count(text: String) -> Written<u32> {
    let value = numbers(&text)
        .first()
        .filter(|n| n.fract() == 0.0 && (0.0..1e6).contains(*n))
        .map(|n| *n as u32);
    Written { text, value }
}

/// Yuan a month: `4000`, `4000-5000元` (the lower end), `3.5k`, `0.5万`; `面议` is not known.
pub(crate) fn yuan(text: String) -> Written<u32> {
    let folded = fold::fold_width(&text).to_lowercase();
    let unit = if folded.contains('万') {
        10_000.0
    } else if folded.contains(['k', '千']) {
        1_000.0
    } else {
        1.0
    };
    let other_period = ["天", "日", "时", "年", "hour", "day", "year"]
        .iter()
        .any(|word| folded.contains(word));
    let value = numbers(&text)
        .first()
        .map(|n| n * unit)
        .filter(|n| !other_period && (100.0..1e6).contains(n))
        .map(|n| n as u32);
    Written { text, value }
}

fn numbers(text: &str) -> Vec<f64> {
    fold::fold_width(text)
        .replace(',', "")
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|part| part.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stay_beside_the_number() {
        for (text, value) in [
            ("4000", Some(4000)),
            ("4,000元", Some(4000)),
            ("4000-5000元/月", Some(4000)),
            ("3.5k", Some(3500)),
            ("０.５万", Some(5000)),
            ("面议", None),
            ("200元/天", None),
        ] {
            let read = yuan(text.to_owned());
            assert_eq!((read.text.as_str(), read.value), (text, value));
        }
        assert_eq!(count("48课时".to_owned()).value, Some(48));
        assert_eq!(count("若干".to_owned()).value, None);
    }
}
