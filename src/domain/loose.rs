//! Answers as people write them: which value of a closed list a word means.
//!
//! Absent on purpose: guessing. A word that could mean two values means none.

use crate::text::fold::{fold_width, is_han};

/// A value, its digit, and its code and labels.
pub(crate) type Value<T> = (T, Option<char>, [&'static str; 3]);

/// Words before the last two characters of a term that turn its meaning round.
const NEGATIONS: &str = "无不勿非未";
/// Shortest beginning that counts: Chinese words have two characters, English ones hardly fewer
/// than three letters.
const SHORTEST_HAN: usize = 2;
const SHORTEST: usize = 3;

/// The one value that the text means.
pub(crate) fn meant<T: Copy + PartialEq>(values: &[Value<T>], text: &str) -> Option<T> {
    let text = folded(text);
    if text.is_empty() {
        return None;
    }
    let whole = |v: &Value<T>| v.2.iter().any(|words| folded(words) == text);
    if let Some((value, ..)) = values.iter().find(|v| whole(v)) {
        return Some(*value);
    }
    let mut chars = text.chars();
    if let Some(first) = chars.next().filter(char::is_ascii_digit) {
        let by_digit = values.iter().find(|v| v.1 == Some(first)).map(|v| v.0);
        let rest = chars.as_str().trim_start_matches(['.', ')', '/', ':', ' ']);
        let is_more_digits = rest.starts_with(|c: char| c.is_ascii_digit());
        return by_digit.filter(|value| {
            rest.is_empty() || (!is_more_digits && meant(values, rest) == Some(*value))
        });
    }
    let shortest = if text.chars().any(is_han) {
        SHORTEST_HAN
    } else {
        SHORTEST
    };
    let long_enough = text.chars().count() >= shortest;
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = values
            .iter()
            .filter(|v| v.2.iter().any(|words| forms(words).iter().any(|f| fits(f))));
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    };
    only(&|form| form == text)
        .or_else(|| only(&|form| long_enough && form.starts_with(&text)))
        .or_else(|| only(&|form| is_second_half(form, &text)))
}

/// Widths and case do not matter, nor whether words are joined by a space, a stroke or a dash.
fn folded(text: &str) -> String {
    fold_width(text)
        .trim()
        .to_lowercase()
        .replace(['_', '-'], " ")
}

/// A term's short forms: without its brackets, without what is in them, and each of the things it
/// names.
fn forms(words: &str) -> Vec<String> {
    let words = folded(words);
    let mut forms: Vec<String> = words
        .replace(" or ", "/")
        .split(['(', ')', '/', ','])
        .map(|part| part.trim().to_owned())
        .collect();
    forms.push(words.replace(['(', ')'], ""));
    if let (Some(from), Some(to)) = (words.find('('), words.find(')'))
        && from < to
    {
        forms.push(format!("{}{}", &words[..from], &words[to + 1..]));
    }
    forms.retain(|form| !form.is_empty());
    forms
}

/// Four-character terms are two words, and people say the second alone: `回访` for `跟踪回访`.
fn is_second_half(form: &str, text: &str) -> bool {
    let is_two_words = text.chars().count() == 2 && text.chars().all(is_han);
    is_two_words
        && form.chars().count() <= 4
        && form
            .strip_suffix(text)
            .is_some_and(|first| !first.chars().any(|c| NEGATIONS.contains(c)))
}

#[cfg(test)]
mod tests {
    use crate::domain::{
        contact::{Channel, Outcome, Party, Purpose, Reason},
        operator::Role,
    };

    #[test]
    fn codes_digits_terms_and_their_short_forms_are_read() {
        for (text, want) in [
            ("call_out", Channel::CallOut),
            ("Call-Out", Channel::CallOut),
            ("２", Channel::CallOut),
            ("2去电", Channel::CallOut),
            ("2、去电", Channel::CallOut),
            ("招聘会", Channel::Fair),
            ("活动", Channel::Fair),
            ("其他", Channel::OtherWay),
            ("其他（学校、企业）", Channel::OtherWay),
            ("走访", Channel::HomeVisit),
            ("Job fair", Channel::Fair),
        ] {
            assert_eq!(Channel::parse_loose(text), Some(want), "{text}");
        }
        for (text, want) in [
            ("有意向", Outcome::Interested),
            ("约面试", Outcome::SignedUp),
            ("约时间", Outcome::CallLater),
            ("退出", Outcome::LeftService),
            ("占线", Outcome::NoAnswer),
            ("空号", Outcome::WrongNumber),
            ("interested", Outcome::Interested),
            ("0", Outcome::OtherOutcome),
        ] {
            assert_eq!(Outcome::parse_loose(text), Some(want), "{text}");
        }
        for (text, want) in [
            ("岗位", Purpose::Vacancy),
            ("指导", Purpose::Guidance),
            ("政策", Purpose::Policy),
            ("回访", Purpose::FollowUp),
            ("其他", Purpose::OtherPurpose),
        ] {
            assert_eq!(Purpose::parse_loose(text), Some(want), "{text}");
        }
        assert_eq!(Party::parse_loose("村干部"), Some(Party::VillageCadre));
        assert_eq!(Party::parse_loose("村居干部"), Some(Party::VillageCadre));
        assert_eq!(Party::parse_loose("学校"), Some(Party::Organisation));
        assert_eq!(Reason::parse_loose("读书"), Some(Reason::Studying));
        assert_eq!(Role::parse_loose("组长"), Some(Role::Supervisor));
    }

    #[test]
    fn what_could_mean_two_things_or_the_contrary_means_none() {
        for text in ["", " ", "已", "意愿", "无意向", "99", "2来电", "有", "联系"] {
            assert_eq!(Outcome::parse_loose(text), None, "{text}");
        }
        assert_eq!(Channel::parse_loose("2来电"), None);
        assert_eq!(Channel::parse_loose("Call"), None);
        assert_eq!(Party::parse_loose("9"), None);
    }
}
