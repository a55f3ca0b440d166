//! Dates and times of rosters. What is ambiguous is not guessed.

use super::Fixes;
use crate::domain::dates;
use crate::exchange::{report::Fix, sheet::Cell};
use crate::text::fold;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};

/// Serial numbers that are taken for dates: 1910 to 2100.
const SERIALS: std::ops::RangeInclusive<f64> = 3_654.0..=73_415.0;

/// Reads a date cell; `None` for an empty one and for what is no whole date.
pub(crate) fn date(cell: &Cell, fixes: &mut Fixes) -> Option<NaiveDate> {
    match cell {
        Cell::Date(at) => Some(at.date()),
        Cell::Number(number) => {
            if let Some(day) = serial(*number) {
                fixes.add(Fix::DateExcelSerial);
                return Some(day);
            }
            let day = dates::parse_date(&number.to_string())?;
            fixes.add(Fix::DateFormat);
            Some(day)
        }
        Cell::Text(text) => written(text, fixes),
        _ => None,
    }
}

fn written(text: &str, fixes: &mut Fixes) -> Option<NaiveDate> {
    let plain = text.trim_start_matches(['\'', '\t']);
    let narrow = fold::fold_width(plain);
    let narrow = narrow.trim();
    let wide = narrow
        .chars()
        .zip(plain.trim().chars())
        .any(|(to, from)| to != from && to.is_ascii_digit());
    if let Some(day) = narrow.parse::<f64>().ok().and_then(serial) {
        fixes.add_if(wide, Fix::FullwidthDigits);
        fixes.add(Fix::DateExcelSerial);
        return Some(day);
    }
    let day = dates::parse_date(narrow)?;
    fixes.add_if(wide, Fix::FullwidthDigits);
    let as_kept = day.to_string();
    let same = if wide {
        narrow == as_kept
    } else {
        text == as_kept
    };
    fixes.add_if(!same, Fix::DateFormat);
    Some(day)
}

/// The day behind a spreadsheet's serial number (day 60 of its calendar never was).
fn serial(number: f64) -> Option<NaiveDate> {
    if !SERIALS.contains(&number) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number as u64))
}

/// A time as a cell gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    /// The time; midnight of a day that stands alone, which is shown without an hour.
    pub(crate) at: DateTime<FixedOffset>,
    /// Whether there was an hour, not only a day.
    pub(crate) has_hour: bool,
    /// Whether more stood behind the day than could be read (`下午`).
    pub(crate) has_more: bool,
}

/// Reads a time with its day: `2026-11-21 09:30`, `2026-11-21T09:30:00+08:00`; a day alone is its
/// midnight, as on the command line. A time without zone is in `zone`.
pub(crate) fn moment(cell: &Cell, zone: FixedOffset) -> Option<When> {
    let local = |day: NaiveDate, hour: Option<NaiveTime>| {
        let time = hour.unwrap_or(NaiveTime::MIN);
        Some(When {
            at: day.and_time(time).and_local_timezone(zone).single()?,
            has_hour: hour.is_some(),
            has_more: false,
        })
    };
    let text = match cell {
        // A workbook writes a day as its midnight.
        Cell::Date(at) => {
            let hour = Some(at.time()).filter(|time| *time != NaiveTime::MIN);
            return local(at.date(), hour);
        }
        Cell::Number(number) => {
            let seconds = (number.fract() * 86_400.0).round() as u32;
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
            let hour = Some(time).filter(|time| *time != NaiveTime::MIN);
            return local(serial(*number)?, hour);
        }
        Cell::Text(text) => fold::fold_width(text.trim_start_matches(['\'', '\t'])),
        _ => return None,
    };
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(When {
            at,
            has_hour: true,
            has_more: false,
        });
    }
    let day = dates::parse_date(text)?;
    let behind = text
        .rsplit_once([' ', 'T', '日'])
        .map(|(_, rest)| rest.trim());
    let hour = behind.and_then(clock);
    let has_more =
        hour.is_none() && behind.is_some_and(|rest| rest.contains(|c: char| !c.is_ascii_digit()));
    Some(When {
        has_more,
        ..local(day, hour)?
    })
}

fn clock(text: &str) -> Option<NaiveTime> {
    ["%H:%M:%S", "%H:%M", "%H时%M分", "%H点%M分"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(text.trim(), form).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &Cell) -> (Option<String>, Vec<Fix>) {
        let mut fixes = Fixes::default();
        let day = date(cell, &mut fixes).map(|d| d.to_string());
        (day, fixes.sorted())
    }

    #[test]
    fn dates_of_every_form() {
        use Fix::{DateExcelSerial, DateFormat, FullwidthDigits};
        for (text, fixes) in [
            ("2026-01-02", vec![]),
            ("2026.1.2", vec![DateFormat]),
            ("2026/01/02", vec![DateFormat]),
            ("2026年1月2日", vec![DateFormat]),
            ("20260102", vec![DateFormat]),
            ("2026-01-02 00:00:00", vec![DateFormat]),
            ("２０２６-０１-０２", vec![FullwidthDigits]),
            ("46024", vec![DateExcelSerial]),
        ] {
            let cell = Cell::Text(text.to_owned());
            assert_eq!(
                read(&cell),
                (Some("2026-01-02".to_owned()), fixes),
                "{text}"
            );
        }
        let want = Some("2026-01-02".to_owned());
        assert_eq!(
            read(&Cell::Number(46024.0)),
            (want.clone(), vec![DateExcelSerial])
        );
        assert_eq!(read(&Cell::Number(20_260_102.0)), (want, vec![DateFormat]));
        for text in ["26/1/2", "2026年1月", "0000-00-00", "长期", "5", ""] {
            assert_eq!(read(&Cell::Text(text.to_owned())), (None, vec![]), "{text}");
        }
    }

    #[test]
    fn times_keep_their_zone() {
        let zone = FixedOffset::east_opt(8 * 3600).unwrap();
        for text in [
            "2026-11-21 09:30",
            "2026-11-21T09:30:00+08:00",
            "2026年11月21日 09:30:00",
            "2026/11/21 09：30",
        ] {
            let when = moment(&Cell::Text(text.to_owned()), zone).unwrap();
            assert_eq!(when.at.to_rfc3339(), "2026-11-21T09:30:00+08:00", "{text}");
            assert!(when.has_hour && !when.has_more, "{text}");
        }
        let midnight =
            chrono::NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(0, 0, 0));
        for (cell, has_more) in [
            (Cell::Text("2026-11-21".to_owned()), false),
            (Cell::Text("2026年11月21日".to_owned()), false),
            (Cell::Date(midnight.unwrap()), false),
            (Cell::Number(46_347.0), false),
            (Cell::Text("2026-11-21 下午".to_owned()), true),
        ] {
            let when = moment(&cell, zone).unwrap();
            assert_eq!(
                when.at.to_rfc3339(),
                "2026-11-21T00:00:00+08:00",
                "{cell:?}"
            );
            assert_eq!(
                (when.has_hour, when.has_more),
                (false, has_more),
                "{cell:?}"
            );
        }
        let written = moment(&Cell::Text("2026-11-21 00:00:00".to_owned()), zone).unwrap();
        assert!(written.has_hour, "an hour that was written is one");
    }
}
