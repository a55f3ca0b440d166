//! Words of rosters that stand for a closed list.

use crate::domain::{
    group::Membership,
    person::{DisabilityKind, DisabilityLevel, Sex, Wish},
};
use crate::exchange::{clean, sheet::Cell, vocabulary::Vocabulary};
use crate::text::fold;
use chrono::Datelike;

/// What a cell of groups says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Groups {
    pub(super) memberships: Vec<Membership>,
    /// Parted at something else than 、, which is how the register itself writes several.
    pub(super) split: bool,
    /// A word stood for a group's proper name.
    pub(super) alias: bool,
    /// Words that name no known group.
    pub(super) unread: Vec<String>,
}

/// Reads a cell of groups.
pub(super) fn groups(text: &str, vocabulary: &Vocabulary) -> Groups {
    let mut found = Groups::default();
    for part in text.split('、') {
        take_groups(part, vocabulary, &mut found);
    }
    found
}

/// A whole part first, because some names hold a slash or a space; then its pieces.
fn take_groups(part: &str, vocabulary: &Vocabulary, found: &mut Groups) {
    let word = bare(part);
    if word.is_empty() || clean::is_blank_mark(&word) || word == "无" {
        return;
    }
    if let Some((group, proper)) = vocabulary.group(&word) {
        found.alias |= !proper;
        let membership = Membership::undated(group);
        if !found.memberships.contains(&membership) {
            found.memberships.push(membership);
        }
        return;
    }
    for marks in [
        &['，', ',', '；', ';', '\n', '|'][..],
        &['/', '／', '+', '＋', '&', '和', ' '],
    ] {
        if word.contains(marks) {
            found.split = true;
            for piece in word.split(marks) {
                take_groups(piece, vocabulary, found);
            }
            return;
        }
    }
    // 残疾人（三级）: the remark is read elsewhere or kept.
    if let Some(open) = word.find(['(', '（']).filter(|at| *at > 0) {
        found.unread.push(word.clone());
        found.alias = true;
        take_groups(&word[..open], vocabulary, found);
        return;
    }
    found.unread.push(word);
}

/// A word without the marks around it.
pub(super) fn bare(text: &str) -> String {
    let narrow: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_punctuation() || fold::is_han(c) {
                c
            } else {
                digit(c)
            }
        })
        .collect();
    let trimmed = narrow
        .trim()
        .trim_matches(['“', '”', '"', '\'', '。', '【', '】']);
    trimmed.trim().to_owned()
}

fn digit(c: char) -> char {
    let half = fold::half_width(c);
    if half.is_ascii_alphanumeric() {
        half
    } else {
        c
    }
}

/// Several words of one cell.
pub(super) fn list(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(['、', '，', ',', '；', ';', '\n']) {
        let word = word.trim();
        if !word.is_empty() && !words.iter().any(|w| w == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// 男 or 女 as rosters write it.
pub(super) fn sex(text: &str) -> Option<Sex> {
    match text.to_lowercase().as_str() {
        "男" | "男性" | "男士" | "m" | "male" | "1" => Some(Sex::Male),
        "女" | "女性" | "女士" | "f" | "female" | "2" => Some(Sex::Female),
        _ => None,
    }
}

/// Kind of disability: 肢体, 肢体残疾, 肢残, 肢体二级.
pub(super) fn disability_kind(text: &str) -> Option<DisabilityKind> {
    use DisabilityKind::*;
    if let Some(kind) = DisabilityKind::parse(text) {
        return Some(kind);
    }
    [
        ("视力", Sight),
        ("盲", Sight),
        ("听力", Hearing),
        ("聋", Hearing),
        ("言语", Speech),
        ("语言", Speech),
        ("肢", Physical),
        ("智", Intellectual),
        ("精神", Mental),
        ("多重", Multiple),
    ]
    .into_iter()
    .find(|(word, _)| text.contains(word))
    .map(|(_, kind)| kind)
}

/// Level of disability: 二级, 2级, 2, 贰级, Level 2.
pub(super) fn disability_level(text: &str) -> Option<DisabilityLevel> {
    if let Some(level) = DisabilityLevel::parse(text) {
        return Some(level);
    }
    let folded = fold::fold_width(text);
    let word = folded.trim_end_matches('级');
    let last = word.chars().last()?;
    if word.chars().count() > 1 && !folded.ends_with('级') {
        return None;
    }
    Some(match last {
        '1' | '一' | '壹' => DisabilityLevel::One,
        '2' | '二' | '贰' => DisabilityLevel::Two,
        '3' | '三' | '叁' => DisabilityLevel::Three,
        '4' | '四' | '肆' => DisabilityLevel::Four,
        _ => return None,
    })
}

/// A wish for training: 有, 无, 未摸底 and how people put it.
pub(super) fn wish(text: &str) -> Option<Wish> {
    if let Some(wish) = Wish::parse(text) {
        return Some(wish);
    }
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if starts(&["未", "待", "不清楚", "不详"]) && !text.starts_with("未有") {
        Some(Wish::NotAsked)
    } else if starts(&["无", "没", "不", "暂无", "暂不", "否", "未有"]) {
        Some(Wish::No)
    } else if starts(&["有", "是", "愿", "想", "可以", "需要"]) {
        Some(Wish::Yes)
    } else {
        None
    }
}

/// A year: 2020, 2020年, 2020-09-01.
pub(super) fn year(cell: &Cell) -> Option<i32> {
    if let Cell::Date(at) = cell {
        return Some(at.date().year());
    }
    let folded = fold::fold_width(&cell.text());
    let digits: String = folded
        .trim()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let year: i32 = digits.get(..4)?.parse().ok()?;
    ((digits.len() == 4 || digits.len() == 8 || digits.len() == 6) && (1940..=2100).contains(&year))
        .then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::group::Group;

    fn vocabulary() -> Vocabulary {
        Vocabulary::from_tables(
            "alias\tgroup\n低保户\tdibao\n退伍军人\tveteran\n残疾\tdisabled\n",
            "",
            "",
            "",
        )
    }

    #[test]
    fn several_groups_in_one_cell() {
        use Group::{Disabled, DisabledFamily, LowIncome, Veteran, YouthNotInSchool};
        for (text, want, split, alias) in [
            ("两后生", vec![YouthNotInSchool], false, false),
            (
                "两后生、低保家庭",
                vec![YouthNotInSchool, LowIncome],
                false,
                false,
            ),
            (
                "两后生，残疾人",
                vec![YouthNotInSchool, Disabled],
                true,
                false,
            ),
            (
                "两后生/低保户",
                vec![YouthNotInSchool, LowIncome],
                true,
                true,
            ),
            ("退伍军人;残疾", vec![Veteran, Disabled], true, true),
            (
                "两后生 残疾人",
                vec![YouthNotInSchool, Disabled],
                true,
                false,
            ),
            ("残疾人家长/家属", vec![DisabledFamily], false, false),
            ("“两后生”", vec![YouthNotInSchool], false, false),
            ("无", vec![], false, false),
        ] {
            let found = groups(text, &vocabulary());
            let which: Vec<Group> = found.memberships.iter().map(|m| m.group).collect();
            assert_eq!(
                (which, found.split, found.alias),
                (want, split, alias),
                "{text}"
            );
            assert!(found.unread.is_empty(), "{text}");
        }
        let found = groups("两后生、某种人", &vocabulary());
        assert_eq!(found.unread, ["某种人"]);
    }

    #[test]
    fn disabilities_wishes_and_years() {
        assert_eq!(disability_kind("肢体二级"), Some(DisabilityKind::Physical));
        assert_eq!(disability_level("肢体二级"), Some(DisabilityLevel::Two));
        assert_eq!(disability_level("3级"), Some(DisabilityLevel::Three));
        assert_eq!(disability_level("2"), Some(DisabilityLevel::Two));
        assert_eq!(disability_level("肢体"), None);
        assert_eq!(disability_level("level 4"), Some(DisabilityLevel::Four));
        assert_eq!(wish("有意愿"), Some(Wish::Yes));
        assert_eq!(wish("不愿意"), Some(Wish::No));
        assert_eq!(wish("未摸底"), Some(Wish::NotAsked));
        assert_eq!(wish("养老护理"), None);
        assert_eq!(year(&Cell::Text("2020年".to_owned())), Some(2020));
        assert_eq!(year(&Cell::Number(2020.0)), Some(2020));
        assert_eq!(year(&Cell::Text("去年".to_owned())), None);
    }
}
