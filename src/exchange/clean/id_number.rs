//! Id numbers as rosters hold them.

use super::{Fixes, unguarded};
use crate::domain::{
    dates,
    id_number::{IdNumber, IdNumberError},
};
use crate::exchange::{
    report::{Fix, Reason},
    sheet::Cell,
};
use crate::text::fold;
use chrono::NaiveDate;

/// Words that may stand before the number in its cell.
const LABELS: [&str; 8] = [
    "公民身份号码",
    "居民身份证号码",
    "身份证号码",
    "身份证号",
    "身份证",
    "证件号码",
    "证件号",
    "id",
];
/// Quote marks that keep a number as text in a spreadsheet.
const QUOTES: [char; 8] = ['\'', '’', '‘', '＇', '`', '"', '“', '”'];
/// Nobody on a register is older.
const OLDEST: i32 = 130;

/// Reads an id cell. The number is never guessed: what a spreadsheet has rounded is refused.
pub(crate) fn id_number(
    cell: &Cell,
    today: NaiveDate,
    fixes: &mut Fixes,
) -> Result<IdNumber, Reason> {
    let text = match cell {
        Cell::Empty | Cell::Error(_) => return Err(Reason::IdMissing),
        other => other.text(),
    };
    // Our own exports put one TAB before a number, so that a spreadsheet keeps it as text.
    let bare = text.strip_prefix('\t').unwrap_or(&text);
    let (bare, prefixed) = without_prefix(unguarded(bare));
    let narrow = fold::fold_width(&bare);
    let wide = narrow
        .chars()
        .zip(bare.chars())
        .any(|(to, from)| to != from && to.is_ascii_alphanumeric());
    let mut compact: String = narrow
        .chars()
        .filter(|c| !c.is_whitespace() && !fold::is_invisible(*c) && *c != '-')
        .collect();
    let spaced = compact.chars().count() != narrow.chars().count();
    if let Some(whole) = compact
        .strip_suffix(".0")
        .or_else(|| compact.strip_suffix(".00"))
    {
        compact = whole.to_owned();
    }
    if !compact.chars().any(|c| c.is_ascii_digit()) || compact == "0" {
        return Err(Reason::IdMissing);
    }
    if is_scientific(&compact) {
        return Err(Reason::IdScientificNotation);
    }
    let lower = compact.len() == 18 && compact.ends_with('x');
    let parsed = if compact.len() == 15 {
        IdNumber::from_15(&compact)
    } else {
        IdNumber::parse(&compact)
    };
    let id = parsed.map_err(|error| match error {
        IdNumberError::Length if compact.chars().count() == 18 => Reason::IdCharacter,
        IdNumberError::Length => Reason::IdLength,
        IdNumberError::BirthDate => Reason::IdBirthInvalid,
        IdNumberError::Checksum { .. } => Reason::IdChecksum,
    })?;
    let birth = id.birth_date();
    if birth > today || dates::age_on(birth, today) > OLDEST {
        return Err(Reason::IdBirthInvalid);
    }
    fixes.add_if(wide, Fix::FullwidthDigits);
    fixes.add_if(spaced, Fix::IdSpaces);
    fixes.add_if(lower, Fix::IdLowerX);
    fixes.add_if(compact.len() == 15, Fix::Id15To18);
    fixes.add_if(prefixed, Fix::IdTextPrefix);
    Ok(id)
}

/// Takes quote marks, `="…"` and a label off; says whether there was any.
fn without_prefix(text: &str) -> (String, bool) {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || fold::is_invisible(c));
    let mut rest = trimmed.strip_prefix('=').unwrap_or(trimmed);
    rest = rest.trim_matches(QUOTES);
    let lower = rest.to_lowercase();
    for label in LABELS {
        if lower.starts_with(label) && rest.is_char_boundary(label.len()) {
            rest = rest[label.len()..].trim_start_matches([':', '：', ' ', '号']);
            break;
        }
    }
    if rest.len() == trimmed.len() {
        // Nothing in front: the spaces around it are kept, to be named as spaces.
        return (text.to_owned(), false);
    }
    (rest.to_owned(), true)
}

fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    mantissa.parse::<f64>().is_ok() && exponent.trim_start_matches('+').parse::<u32>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, Vec<Fix>), Reason> {
        let mut fixes = Fixes::default();
        let today = "2026-11-21".parse().unwrap();
        let cell = Cell::Text(text.to_owned());
        let id = id_number(&cell, today, &mut fixes)?;
        Ok((id.to_string(), fixes.sorted()))
    }

    fn good() -> String {
        IdNumber::from_body("44990119900101996")
            .unwrap()
            .to_string()
    }

    fn with_x() -> String {
        (0..1000)
            .map(|n| format!("44990119900101{n:03}"))
            .filter_map(|body| IdNumber::from_body(&body).ok())
            .find(|id| id.as_str().ends_with('X'))
            .unwrap()
            .to_string()
    }

    #[test]
    fn every_repair_is_named() {
        let id = good();
        let wide: String = id
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xfee0).unwrap())
            .collect();
        let fifteen = format!("{}{}", &id[..6], &id[8..17]);
        let cases: Vec<(String, Vec<Fix>)> = vec![
            (id.clone(), vec![]),
            (format!("\t{id}"), vec![]),
            (wide.clone(), vec![Fix::FullwidthDigits]),
            (format!(" {id}"), vec![Fix::IdSpaces]),
            (format!("{id}\u{a0}\t"), vec![Fix::IdSpaces]),
            (
                format!("{}\u{200b}{}", &id[..6], &id[6..]),
                vec![Fix::IdSpaces],
            ),
            (
                format!("{} {} {}", &id[..6], &id[6..14], &id[14..]),
                vec![Fix::IdSpaces],
            ),
            (
                format!("{}-{}-{}", &id[..6], &id[6..14], &id[14..]),
                vec![Fix::IdSpaces],
            ),
            (format!("'{id}"), vec![Fix::IdTextPrefix]),
            (format!("‘{id}"), vec![Fix::IdTextPrefix]),
            (format!("=\"{id}\""), vec![Fix::IdTextPrefix]),
            (format!("身份证号：{id}"), vec![Fix::IdTextPrefix]),
            (fifteen.clone(), vec![Fix::Id15To18]),
            (
                format!("'{} {}", &wide[..18], &id[6..]),
                vec![Fix::FullwidthDigits, Fix::IdSpaces, Fix::IdTextPrefix],
            ),
        ];
        for (text, fixes) in cases {
            assert_eq!(read(&text), Ok((id.clone(), fixes)), "{text:?}");
        }
        let x = with_x();
        assert_eq!(
            read(&x.to_lowercase()),
            Ok((x.clone(), vec![Fix::IdLowerX]))
        );
    }

    #[test]
    fn every_refusal_is_named() {
        let id = good();
        let last = if id.ends_with('1') { '2' } else { '1' };
        let in_the_future = IdNumber::from_body("44990120900101996")
            .unwrap()
            .to_string();
        for (text, reason) in [
            (String::new(), Reason::IdMissing),
            ("待补".to_owned(), Reason::IdMissing),
            ("无".to_owned(), Reason::IdMissing),
            ("//".to_owned(), Reason::IdMissing),
            ("4.49901E+17".to_owned(), Reason::IdScientificNotation),
            (
                "4.49901199001011e+17".to_owned(),
                Reason::IdScientificNotation,
            ),
            (id[..17].to_owned(), Reason::IdLength),
            (format!("{id}0"), Reason::IdLength),
            ("**************1234".to_owned(), Reason::IdCharacter),
            (format!("{}A", &id[..17]), Reason::IdCharacter),
            (format!("{}O", &id[..16]), Reason::IdLength),
            (format!("{}{last}", &id[..17]), Reason::IdChecksum),
            ("449901199002309961".to_owned(), Reason::IdBirthInvalid),
            (in_the_future, Reason::IdBirthInvalid),
            ("449901901301996".to_owned(), Reason::IdBirthInvalid),
        ] {
            assert_eq!(read(&text), Err(reason), "{text:?}");
        }
    }

    #[test]
    fn a_number_cell_is_judged_by_the_digits_it_shows() {
        let today = "2026-11-21".parse().unwrap();
        let read = |n: f64| id_number(&Cell::Number(n), today, &mut Fixes::default());
        assert_eq!(read(449_901_199_001_019_000.0), Err(Reason::IdChecksum));
        assert!(
            read(449_901_900_101_996.0).is_ok(),
            "fifteen digits are exact"
        );
    }
}
