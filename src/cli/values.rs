//! Reads what stands after an option: dates, the counter's own words, places.

use crate::{
    domain::{
        contact::{Channel, NextChoice, Outcome, Party, Purpose, Reason},
        dates::{parse_date, parse_promise},
        ids::ContactId,
        operator::Role,
    },
    office::{Moment, RecordKind},
    text::{
        Lang,
        fold::{fold_width, squeeze},
    },
};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// The message of clap's own error is not shown; `usage` words it in the user's language.
type Unread = &'static str;
const UNREAD: Unread = "unread";

/// A calendar day.
pub(super) fn day(text: &str) -> Result<NaiveDate, Unread> {
    parse_date(text).ok_or(UNREAD)
}

/// A path; a URL is no path, and a NUL ends one early.
pub(super) fn path(text: &str) -> Result<PathBuf, Unread> {
    let is_url = text
        .split_once("://")
        .is_some_and(|(scheme, _)| !scheme.is_empty() && scheme.chars().all(char::is_alphanumeric))
        || text.starts_with("file:");
    if text.is_empty() || text.contains('\0') || is_url {
        Err(UNREAD)
    } else {
        Ok(PathBuf::from(text))
    }
}

macro_rules! answer {
    ($name:ident, $type:ty) => {
        /// A code, a digit as on the screen, or the counter's own word.
        pub(super) fn $name(text: &str) -> Result<$type, Unread> {
            <$type>::parse_loose(text).ok_or(UNREAD)
        }
    };
}

answer!(channel, Channel);
answer!(outcome, Outcome);
answer!(party, Party);
answer!(reason, Reason);
answer!(role, Role);

/// What one `--purpose` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Purposes(pub(super) Vec<Purpose>);

/// One purpose or several, however they are separated.
pub(super) fn purposes(text: &str) -> Result<Purposes, Unread> {
    let (found, unread) = Purpose::parse_several(text);
    if found.is_empty() || !unread.is_empty() {
        Err(UNREAD)
    } else {
        Ok(Purposes(found))
    }
}

/// A text that says something; blanks say nothing.
pub(super) fn words(text: &str) -> Result<String, Unread> {
    if squeeze(text).is_empty() {
        Err(UNREAD)
    } else {
        Ok(text.to_owned())
    }
}

/// One of the two languages.
pub(super) fn lang(text: &str) -> Result<Lang, Unread> {
    Lang::named(text).ok_or(UNREAD)
}

/// A contact's UUID.
pub(super) fn contact_id(text: &str) -> Result<ContactId, Unread> {
    ContactId::parse(text).ok_or(UNREAD)
}

/// What can be imported and exported.
pub(super) fn record_kind() -> impl TypedValueParser<Value = RecordKind> {
    PossibleValuesParser::new(RecordKind::all().map(RecordKind::code))
        .try_map(|text| RecordKind::parse(&text).ok_or(UNREAD))
}

/// When to meet next: a digit as on the screen, a date, `3天`, `一周`, `下周一`…; `0` and `不再约` are
/// never. A number of two digits says neither days nor an answer, so it is not read.
pub(super) fn next(text: &str, moment: &Moment) -> Option<Option<NaiveDate>> {
    let folded = fold_width(text).to_lowercase();
    let text = folded.trim();
    if matches!(text, "不再约" | "never" | "not again") {
        return Some(None);
    }
    let is_number = text.chars().all(|c| c.is_ascii_digit());
    match text.chars().next().filter(|_| is_number && text.len() < 8) {
        Some(digit) if text.len() == 1 => match NextChoice::from_digit(digit)? {
            NextChoice::Never => Some(None),
            choice => choice.day(moment.today).map(Some),
        },
        Some(_) => None,
        None => parse_promise(text, moment.today).map(Some),
    }
}

/// When a contact took place: RFC 3339, a date with an hour, an hour of today, or a date (midnight,
/// which is shown as no hour at all, or now where it is today).
pub(super) fn at(text: &str, moment: &Moment) -> Option<DateTime<FixedOffset>> {
    let text = fold_width(text);
    let text = text.trim();
    if let Ok(full) = DateTime::parse_from_rfc3339(text) {
        return Some(full);
    }
    let local = |day: NaiveDate, time: NaiveTime| {
        day.and_time(time)
            .and_local_timezone(*moment.now.offset())
            .single()
    };
    let time = |text: &str| {
        ["%H:%M", "%H:%M:%S"]
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(text, form).ok())
    };
    if let Some(hour) = time(text) {
        return local(moment.today, hour);
    }
    let (date, hour) = match text.rsplit_once([' ', 'T']) {
        Some((date, hour)) if hour.contains(':') => (date, Some(time(hour.trim())?)),
        _ => (text, None),
    };
    let date = parse_date(date)?;
    match hour {
        Some(hour) => local(date, hour),
        None if date == moment.today => Some(moment.at()),
        None => local(date, NaiveTime::MIN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> Moment {
        Moment {
            now: "2026-11-21T10:00:00+08:00".parse().unwrap(),
            today: "2026-11-21".parse().unwrap(),
        }
    }

    #[test]
    fn answers_by_code_digit_or_word() {
        for text in ["call_out", "2", "２", "去电", "Call out"] {
            assert_eq!(channel(text), Ok(Channel::CallOut), "{text}");
        }
        assert_eq!(outcome("无人接听"), Ok(Outcome::NoAnswer));
        assert_eq!(outcome("约面试"), Ok(Outcome::SignedUp));
        assert_eq!(channel("99"), Err(UNREAD));
        assert_eq!(channel(""), Err(UNREAD));
        assert_eq!(role("组长"), Ok(Role::Supervisor));
    }

    #[test]
    fn times_as_people_write_them() {
        for (text, want) in [
            ("2026-11-20 09:30", "2026-11-20T09:30:00+08:00"),
            ("2026.11.20 9:05", "2026-11-20T09:05:00+08:00"),
            ("2026-11-20T09:30:00+08:00", "2026-11-20T09:30:00+08:00"),
            ("2026-11-20T09:30", "2026-11-20T09:30:00+08:00"),
            ("08：15", "2026-11-21T08:15:00+08:00"),
            ("2026-11-20", "2026-11-20T00:00:00+08:00"),
            ("2026-11-21", "2026-11-21T10:00:00+08:00"),
        ] {
            assert_eq!(
                at(text, &moment()).map(|t| t.to_rfc3339()).as_deref(),
                Some(want),
                "{text}"
            );
        }
        assert_eq!(at("昨天", &moment()), None);
        assert_eq!(at("2026-11-20 25:00", &moment()), None);
    }

    #[test]
    fn purposes_are_all_read_or_none() {
        let several = purposes("1、2，3").unwrap();
        assert_eq!(
            several.0,
            [Purpose::Survey, Purpose::Vacancy, Purpose::Training]
        );
        for text in ["", "  ", "1,闲聊", "、"] {
            assert_eq!(purposes(text), Err(UNREAD), "{text:?}");
        }
        assert_eq!(words(" \u{200b}\u{3000}"), Err(UNREAD));
        assert_eq!(lang("fr"), Err(UNREAD));
        assert_eq!(lang("zh-CN"), Ok(Lang::Zh));
    }

    #[test]
    fn a_url_is_no_path() {
        for text in ["", "http://x/y.db", "file:x?mode=memory", "a\0b"] {
            assert!(path(text).is_err(), "{text:?}");
        }
        assert!(path("C:\\职配\\a.db").is_ok());
        assert!(path("./a.db").is_ok());
    }

    #[test]
    fn a_digit_is_the_answer_of_the_screen_and_days_are_said() {
        for text in ["0", "不再约", "never"] {
            assert_eq!(next(text, &moment()), Some(None), "{text}");
        }
        // The 21st is a Saturday.
        for (text, want) in [
            ("1", "2026-11-23"),
            ("2", "2026-11-24"),
            ("3", "2026-11-30"),
            ("３", "2026-11-30"),
            ("5", "2026-12-21"),
            ("7", "2027-05-21"),
            ("3天", "2026-11-24"),
            ("+3", "2026-11-24"),
            ("一周", "2026-11-30"),
            ("半年", "2027-05-21"),
            ("20261128", "2026-11-28"),
            ("11-28", "2026-11-28"),
        ] {
            let want = want.parse().unwrap();
            assert_eq!(next(text, &moment()), Some(Some(want)), "{text}");
        }
        // 8 needs the day of a class and 9 a day typed.
        for text in ["8", "9", "30", "以后再说", ""] {
            assert_eq!(next(text, &moment()), None, "{text}");
        }
    }
}
