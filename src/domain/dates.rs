//! Dates as people write them, ages, months and working days.
//!
//! Absent on purpose: today's date. It enters as data (`runtime::clock` reads it once).

use crate::text::{fold::fold_width, numerals::number};
use chrono::{
    DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday,
};

/// Completed years of age on a day (周岁). A birthday on 29 February is reached on 1 March of a
/// common year.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> i32 {
    let years = day.year() - birth.year();
    if (day.month(), day.day()) < (birth.month(), birth.day()) {
        years - 1
    } else {
        years
    }
}

/// The same day some months on, or the last day of that month where it does not exist.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

/// Days on, saturating at the end of the calendar.
pub fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The first day on or after `day` that is no Saturday or Sunday.
pub fn working_day_on_or_after(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => days_after(day, 2),
        Weekday::Sun => days_after(day, 1),
        _ => day,
    }
}

/// Reads a calendar date in any common form: `2026-11-28`, `2026.11.28`, `2026/11/28`,
/// `2026年11月28日`, `20261128`, full-width twins included. A time after the date is passed over.
/// Two-digit years and dates without a day are not guessed.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let folded = fold_width(text);
    let mut numbers: Vec<&str> = folded
        .trim()
        .split(|c: char| !c.is_ascii_digit())
        .filter(|s| !s.is_empty())
        .collect();
    let compact;
    if let Some(first) = numbers.first().copied()
        && first.len() == 8
        && (numbers.len() == 1 || folded.contains(':'))
    {
        compact = [&first[..4], &first[4..6], &first[6..8]];
        numbers = compact.to_vec();
    }
    let [year, month, day, ..] = numbers[..] else {
        return None;
    };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Reads when to meet next as people type it: `3天`, `+3`, `3d`, `两周`, `1月`, `半年`, `明天`,
/// `下周一`, `11-28` (the next such day), or a full date.
pub fn parse_next(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold_width(text).to_lowercase();
    let t = folded.trim();
    match t {
        "今天" | "today" => return Some(today),
        "明天" | "tomorrow" => return Some(days_after(today, 1)),
        "后天" => return Some(days_after(today, 2)),
        _ => {}
    }
    if let Some(rest) = t.strip_prefix("下周").or_else(|| t.strip_prefix("下星期")) {
        let offset = match rest {
            "" | "一" | "1" => 0,
            "二" | "2" => 1,
            "三" | "3" => 2,
            "四" | "4" => 3,
            "五" | "5" => 4,
            "六" | "6" => 5,
            "日" | "天" | "7" => 6,
            _ => return None,
        };
        let monday = days_after(today, 7 - u64::from(today.weekday().num_days_from_monday()));
        return Some(days_after(monday, offset));
    }
    if let Some(day) = counted(t, today) {
        return Some(day);
    }
    if let Some(date) = parse_date(t) {
        return Some(date);
    }
    let parts: Vec<u32> = t
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|p| p.parse().ok())
        .collect();
    let [month, day] = parts[..] else { return None };
    let this_year = NaiveDate::from_ymd_opt(today.year(), month, day);
    match this_year {
        Some(date) if date >= today => Some(date),
        _ => NaiveDate::from_ymd_opt(today.year() + 1, month, day),
    }
}

/// When to meet next, with the weekend skipped where days, weeks or months are counted (`3天`); a
/// named day stands.
pub fn parse_promise(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold_width(text).to_lowercase();
    match counted(folded.trim(), today) {
        Some(day) => Some(working_day_on_or_after(day)),
        None => parse_next(text, today),
    }
}

/// A number of days, weeks or months on, in digits or in Chinese.
fn counted(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let amount = text.trim_start_matches('+');
    match amount {
        "半年" => return Some(months_after(today, 6)),
        "半月" | "半个月" => return Some(days_after(today, 15)),
        _ => {}
    }
    let chars: Vec<char> = amount.chars().collect();
    let (n, length) = number(&chars).filter(|(_, length)| *length <= 4)?;
    let unit: String = chars.get(length..)?.iter().collect();
    match unit.trim() {
        "" if amount.starts_with(|c: char| c.is_ascii_digit())
            && (text.starts_with('+') || n < 1000) =>
        {
            Some(days_after(today, n.into()))
        }
        "天" | "日" | "d" | "day" | "days" => Some(days_after(today, n.into())),
        "周" | "个星期" | "星期" | "w" | "week" | "weeks" => {
            Some(days_after(today, u64::from(n) * 7))
        }
        "月" | "个月" | "m" | "month" | "months" => Some(months_after(today, n)),
        "年" | "year" | "years" if n < 10 => Some(months_after(today, n * 12)),
        _ => None,
    }
}

/// Reads when something took place as people type it: `09:30` (today), `昨天`, `昨天 15:00`,
/// `3天前`, `11-20 9:30` (the last such day), or a full date. A day without a time is midnight,
/// which [`hour`] shows as no time at all; today without a time is `now`.
pub fn parse_when(text: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let folded = fold_width(text).to_lowercase();
    let t = folded.trim();
    let (day_text, time_text) = match t.rsplit_once(' ') {
        Some((day, time)) if time.contains(':') => (day.trim(), Some(time)),
        None if t.contains(':') => ("", Some(t)),
        _ => (t, None),
    };
    let today = now.date();
    let day = if day_text.is_empty() {
        time_text.map(|_| today)?
    } else {
        past_day(day_text, today)?
    };
    match time_text {
        Some(time) => {
            let (hour, minute) = time.split_once(':')?;
            let time = NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?;
            Some(day.and_time(time))
        }
        None if day == today => Some(now),
        None => Some(day.and_time(NaiveTime::MIN)),
    }
}

/// The hour of a contact, `09:30`; nothing where only its day is known, which is kept as midnight.
pub fn hour(at: DateTime<FixedOffset>) -> String {
    if at.time() == NaiveTime::MIN {
        String::new()
    } else {
        at.format("%H:%M").to_string()
    }
}

/// The day of a contact, with its hour where that is known.
pub fn day_and_hour(at: DateTime<FixedOffset>) -> String {
    let text = format!("{} {}", at.date_naive(), hour(at));
    text.trim_end().to_owned()
}

fn past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let back = |days: u64| today.checked_sub_days(Days::new(days));
    match text {
        "今天" | "today" => return Some(today),
        "昨天" | "yesterday" => return back(1),
        "前天" => return back(2),
        _ => {}
    }
    let ago = ["天前", "日前", " days ago", " day ago", "d ago"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit));
    if let Some(number) = ago {
        return back(number.trim().parse().ok()?);
    }
    if let Some(date) = parse_date(text) {
        return Some(date);
    }
    let mut parts = text.split(['-', '.', '/', '月']);
    let month = parts.next()?.trim().parse().ok()?;
    let day = parts
        .next()?
        .trim_end_matches(['日', '号'])
        .trim()
        .parse()
        .ok()?;
    if parts.next().is_some() {
        return None;
    }
    match NaiveDate::from_ymd_opt(today.year(), month, day) {
        Some(date) if date <= today => Some(date),
        _ => NaiveDate::from_ymd_opt(today.year() - 1, month, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn d(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn age_turns_on_the_birthday() {
        assert_eq!(age_on(d("2010-06-01"), d("2026-05-31")), 15);
        assert_eq!(age_on(d("2010-06-01"), d("2026-06-01")), 16);
        assert_eq!(age_on(d("2008-02-29"), d("2026-02-28")), 17);
        assert_eq!(age_on(d("2008-02-29"), d("2026-03-01")), 18);
    }

    #[test]
    fn dates_as_people_write_them() {
        for text in [
            "2026-11-28",
            "2026.11.28",
            "2026。11。28",
            "2026/11/28",
            "2026年11月28日",
            "20261128",
            "２０２６－１１－２８",
            "2026-11-28 09:30",
        ] {
            assert_eq!(parse_date(text), Some(d("2026-11-28")), "{text}");
        }
        for text in [
            "26/1/2",
            "2026年1月",
            "0000-00-00",
            "长期",
            "2026-02-30",
            "",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn next_as_people_type_it() {
        let today = d("2026-11-21"); // a Saturday
        for (text, want) in [
            ("3天", "2026-11-24"),
            ("+3", "2026-11-24"),
            ("＋３", "2026-11-24"),
            ("下周一", "2026-11-23"),
            ("下周五", "2026-11-27"),
            ("11-28", "2026-11-28"),
            ("1-5", "2027-01-05"),
            ("2026。11。28", "2026-11-28"),
            ("2周", "2026-12-05"),
            ("1月", "2026-12-21"),
            ("明天", "2026-11-22"),
            ("3 weeks", "2026-12-12"),
            ("三天", "2026-11-24"),
            ("一周", "2026-11-28"),
            ("两周", "2026-12-05"),
            ("两个星期", "2026-12-05"),
            ("一月", "2026-12-21"),
            ("三个月", "2027-02-21"),
            ("半年", "2027-05-21"),
            ("半个月", "2026-12-06"),
            ("一年", "2027-11-21"),
            ("3月5日", "2027-03-05"),
        ] {
            assert_eq!(parse_next(text, today), Some(d(want)), "{text}");
        }
        for text in ["以后再说", "三月五日", "五", "几天", "一年级"] {
            assert_eq!(parse_next(text, today), None, "{text}");
        }
    }

    #[test]
    fn what_is_counted_skips_the_weekend_and_a_named_day_stands() {
        let friday = d("2026-11-20");
        for (text, want) in [
            ("1天", "2026-11-23"),
            ("一周", "2026-11-27"),
            ("明天", "2026-11-21"),
            ("11-21", "2026-11-21"),
        ] {
            assert_eq!(parse_promise(text, friday), Some(d(want)), "{text}");
        }
    }

    #[test]
    fn when_as_people_type_it() {
        let now = d("2026-11-21").and_hms_opt(10, 30, 0).unwrap();
        for (text, want) in [
            ("09:30", "2026-11-21T09:30"),
            ("９：３０", "2026-11-21T09:30"),
            ("昨天", "2026-11-20T00:00"),
            ("昨天 15:05", "2026-11-20T15:05"),
            ("今天", "2026-11-21T10:30"),
            ("3天前", "2026-11-18T00:00"),
            ("11-20 9:30", "2026-11-20T09:30"),
            ("11月20日", "2026-11-20T00:00"),
            ("12-1", "2025-12-01T00:00"),
            ("2026。11。18 8:00", "2026-11-18T08:00"),
        ] {
            let read = parse_when(text, now).map(|at| at.format("%Y-%m-%dT%H:%M").to_string());
            assert_eq!(read.as_deref(), Some(want), "{text}");
        }
        for text in ["", "上次", "25:00", "11-20-3-4", "2-30"] {
            assert_eq!(parse_when(text, now), None, "{text}");
        }
    }

    #[test]
    fn a_day_without_an_hour_is_shown_without_one() {
        for (at, hour_shown, whole) in [
            ("2026-11-20T00:00:00+08:00", "", "2026-11-20"),
            ("2026-11-20T09:05:00+08:00", "09:05", "2026-11-20 09:05"),
        ] {
            let at = DateTime::parse_from_rfc3339(at).unwrap();
            assert_eq!(hour(at), hour_shown);
            assert_eq!(day_and_hour(at), whole);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,20}") {
            let _ = parse_date(&text);
            let _ = parse_next(&text, d("2026-11-21"));
            let _ = parse_when(&text, d("2026-11-21").and_hms_opt(10, 30, 0).unwrap());
        }
    }
}
