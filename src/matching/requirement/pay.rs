//! Pay as clerks write it, made comparable by the month: `5500-6500`, `6k-8k`, `底薪3700+计件，综合5500-6500`, `18元/时`, `日结150`.

use crate::text::fold::half_width;

/// Days that a month of daily pay is counted with, and hours of a day of hourly pay.
const DAYS: u32 = 26;
const HOURS: u32 = 8;

/// Pay, in yuan a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pay {
    /// Lowest.
    pub low: u32,
    /// Highest; the same where one figure stands.
    pub high: u32,
    /// Worked out from a day's or an hour's pay.
    pub estimated: bool,
}

/// Reads the pay of a text; `None` where none is stated (面议, 计件) or none can be read.
pub fn read(text: &str) -> Option<Pay> {
    let folded: String = text
        .chars()
        .map(half_width)
        .collect::<String>()
        .to_lowercase();
    let mut best: Option<(u8, Pay)> = None;
    for clause in folded
        .split([',', ';', '。', ' ', '(', ')'])
        .flat_map(|c| c.split('+'))
    {
        if let Some((rank, pay)) = clause_pay(clause)
            && best.is_none_or(|(known, _)| rank > known)
        {
            best = Some((rank, pay));
        }
    }
    best.map(|(_, pay)| pay)
}

/// The pay of one statement and how much it counts: 综合 before plain figures before 底薪.
fn clause_pay(clause: &str) -> Option<(u8, Pay)> {
    if ["补", "押金", "保证金", "千字", "提成"]
        .iter()
        .any(|w| clause.contains(w))
        && !clause.contains("保底")
    {
        return None;
    }
    let figures = figures(clause);
    let (first, last) = (figures.first()?, figures.last()?);
    let hourly = [
        "/时",
        "/小时",
        "/h",
        "时薪",
        "一个钟",
        "每小时",
        "元一小时",
        "/钟",
    ]
    .iter()
    .any(|w| clause.contains(w));
    let daily = ["/天", "/日", "日结", "一日", "一天", "每天", "日薪", "/班"]
        .iter()
        .any(|w| clause.contains(w));
    let factor = if hourly {
        DAYS * HOURS
    } else if daily {
        DAYS
    } else {
        1
    };
    let monthly = |n: u32| n.saturating_mul(factor);
    // 5-7k: the unit stands once, behind the last.
    let low = if first.1 == 1 && last.1 > 1 && first.0 < 1000 {
        scaled(first.0, last.1)
    } else {
        scaled(first.0, first.1)
    };
    let high = scaled(last.0, last.1);
    let (low, high) = (monthly(low.min(high)), monthly(high.max(low)));
    let believable = (500..=200_000).contains(&low) && (factor > 1 || low >= 1000);
    if !believable {
        return None;
    }
    let rank = if clause.contains("综合") || clause.contains("月均") || clause.contains("到手")
    {
        3
    } else if clause.contains("底") {
        1
    } else {
        2
    };
    Some((
        rank,
        Pay {
            low,
            high,
            estimated: factor > 1,
        },
    ))
}

fn scaled(tenths: u32, unit: u32) -> u32 {
    tenths.saturating_mul(unit) / 10
}

/// Figures in tenths, with their unit: `4.5k` is (45, 1000). At most the first two, joined by a mark.
fn figures(clause: &str) -> Vec<(u32, u32)> {
    let chars: Vec<char> = clause.chars().collect();
    let mut out: Vec<(u32, u32)> = Vec::new();
    let mut at = 0;
    while at < chars.len() && out.len() < 2 {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        if !out.is_empty() && !matches!(chars[at - 1], '-' | '~' | '至' | '到' | '—') {
            break;
        }
        let whole: String = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .collect();
        at += whole.len();
        let mut tenths = whole
            .parse::<u32>()
            .ok()
            .and_then(|n| n.checked_mul(10))
            .unwrap_or(0);
        if chars.get(at) == Some(&'.')
            && let Some(tenth) = chars.get(at + 1).and_then(|c| c.to_digit(10))
        {
            tenths = tenths.saturating_add(tenth);
            at += 2;
            at += chars[at..]
                .iter()
                .take_while(|c| c.is_ascii_digit())
                .count();
        }
        let unit = match chars.get(at) {
            Some('k' | '千') => 1000,
            Some('w' | '万') => 10_000,
            _ => 1,
        };
        at += usize::from(unit > 1);
        at += chars[at..]
            .iter()
            .take_while(|c| matches!(c, '元' | '块'))
            .count();
        out.push((tenths, unit));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pay_by_the_month() {
        for (text, low, high) in [
            ("5500-6500", 5500, 6500),
            ("６０００－６５００元", 6000, 6500),
            ("6k-8k", 6000, 8000),
            ("5-7k", 5000, 7000),
            ("4.5k-7k计件", 4500, 7000),
            ("1w+", 10_000, 10_000),
            ("底薪3700+计件，综合5500-6500", 5500, 6500),
            ("底薪3200+加班，综合6000", 6000, 6000),
            ("保底5000+提成", 5000, 5000),
            ("底5k+提", 5000, 5000),
            ("9800起", 9800, 9800),
            ("7000左右", 7000, 7000),
            ("计件，月3000左右", 3000, 3000),
            ("18元/时", 18 * 208, 18 * 208),
            ("时薪23元", 23 * 208, 23 * 208),
            ("15元一个钟", 15 * 208, 15 * 208),
            ("日结150", 3900, 3900),
            ("220-260/天", 5720, 6760),
            ("400元一日", 10_400, 10_400),
            ("3800元+计件", 3800, 3800),
        ] {
            let pay = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((pay.low, pay.high), (low, high), "{text}");
        }
        for text in ["面议", "计件", "", "千字80元", "见习补贴"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[0-9k.+/万元-]{0,20}|\\PC{0,20}") {
            let _ = read(&text);
        }
    }
}
