//! Rows below the header that hold no data: blanks, section titles, sums and signatures.

use crate::exchange::sheet::Cell;
use crate::text::fold;

/// Words of sums; alone, or before a count or a remark.
const SUMS: [&str; 12] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "本页小计",
    "本页合计",
    "汇总",
    "总数",
    "总人数",
    "total",
    "subtotal",
];
/// Words that only a foot has.
const FEET: [&str; 8] = [
    "制表",
    "填表",
    "填报",
    "盖章",
    "单位盖章",
    "校验码",
    "以下空白",
    "以上空白",
];
/// Words of a foot where a colon follows; without it 审核员 and 负责人 are posts.
const FEET_WITH_COLON: [&str; 16] = [
    "审核",
    "复核",
    "审批",
    "负责人",
    "经办人",
    "签名",
    "签字",
    "日期",
    "注",
    "备注",
    "说明",
    "联系人",
    "打印",
    "prepared by",
    "signature",
    "note",
];

/// True for a row that holds no data. `keys_blank`: nothing stands in the columns that a record
/// needs; `has_id`: something like an id number stands in its column (such a row is data, whatever
/// else it says); `columns`: how many the header has.
pub(super) fn is_no_data(cells: &[Cell], keys_blank: bool, has_id: bool, columns: usize) -> bool {
    let filled: Vec<String> = cells
        .iter()
        .filter(|cell| !cell.is_blank())
        .map(Cell::text)
        .collect();
    let Some(first) = filled.first() else {
        return true;
    };
    if keys_blank && filled.len() == 1 {
        return true;
    }
    if has_id {
        return false;
    }
    let folded = fold::fold_width(first).to_lowercase();
    let word: String = if folded.is_ascii() {
        folded.trim().to_owned()
    } else {
        folded.chars().filter(|c| !c.is_whitespace()).collect()
    };
    let word = word.trim_start_matches(['(', '-', '*']);
    is_sum(word)
        || is_foot(word, filled.len())
        || filled.len() == 1 && columns >= 3 && is_section_title(word)
}

fn is_sum(word: &str) -> bool {
    SUMS.iter().any(|sum| {
        word.strip_prefix(sum).is_some_and(|rest| {
            let next = rest.trim_start().chars().next();
            next.is_none_or(|c| !c.is_alphabetic() || matches!(c, '人' | '数' | '共'))
        })
    })
}

fn is_foot(word: &str, filled: usize) -> bool {
    let page = word.starts_with('第') && word.contains('页');
    let named = FEET.iter().any(|foot| word.starts_with(foot));
    let colon = FEET_WITH_COLON
        .iter()
        .any(|foot| word.starts_with(foot) && (word.contains(':') || filled == 1));
    filled <= 6 && (page || named || colon)
}

/// A title between the rows: 石岐街道（12人）, 2026年第四季度名单.
fn is_section_title(word: &str) -> bool {
    const ENDS: [&str; 8] = [
        "街道",
        "镇",
        "社区",
        "村",
        "名单",
        "花名册",
        "台账",
        "一览表",
    ];
    let long = word.chars().count() > 4;
    long && (word.chars().any(|c| c.is_ascii_digit()) || ENDS.iter().any(|end| word.contains(end)))
}

/// True for a cell with more digits than a count of people has.
pub(super) fn is_long_number(cell: &Cell) -> bool {
    let digits = |c: &char| fold::half_width(*c).is_ascii_digit();
    cell.text().chars().filter(digits).count() > 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_data(cells: &[&str]) -> bool {
        let cells: Vec<Cell> = cells
            .iter()
            .map(|text| Cell::Text((*text).to_owned()))
            .collect();
        is_no_data(&cells, false, false, 8)
    }

    #[test]
    fn sums_and_feet_are_told_from_posts_and_people() {
        for row in [
            &["合 计", "12"][..],
            &["小计（石岐）", "12"],
            &["总计：50人"],
            &["Total", "12"],
            &["制表人：李四", "", "审核人：王五", "日期："],
            &["注：以上人员均已核实"],
            &["第1页 共3页"],
            &["——以下空白——"],
            &["石岐街道（12人）"],
        ] {
            assert!(no_data(row), "{row:?}");
        }
        for row in [
            &["审核员", "好电器", "小榄"][..],
            &["打印店员", "快印", "石岐"],
            &["负责人", "便民店", "南区"],
            &["汇总文员", "好电器", "小榄"],
            &["Total Quality Manager", "ACME", "Xiaolan"],
            &["张三", "", "16900000001"],
            &["张三"],
        ] {
            assert!(!no_data(row), "{row:?}");
        }
    }
}
