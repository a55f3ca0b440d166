//! Rows below the header that hold no data: blanks, section titles, sums and signatures.

use crate::exchange::sheet::Cell;
use crate::text::fold;

const SUMS: [&str; 10] = [
    "合计", "总计", "小计", "共计", "累计", "本页", "汇总", "总数", "total", "subtotal",
];
const FEET: [&str; 25] = [
    "制表",
    "填表",
    "填报",
    "审核",
    "复核",
    "审批",
    "负责人",
    "经办人:",
    "签名",
    "签字",
    "盖章",
    "(盖章",
    "单位盖章",
    "日期:",
    "注:",
    "备注:",
    "说明",
    "联系人:",
    "打印",
    "校验码",
    "第1页",
    "prepared by",
    "signature",
    "note:",
    "notes:",
];

/// True for a row that holds no data. `keys_blank`: nothing stands in the columns that a record
/// needs; `has_id`: something like an id number stands in its column (such a row is data, whatever
/// else it says).
pub(super) fn is_no_data(cells: &[Cell], keys_blank: bool, has_id: bool) -> bool {
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
    let word: String = fold::fold_width(first)
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() || first.is_ascii())
        .collect();
    if SUMS.iter().any(|sum| word.starts_with(sum)) && word.chars().count() <= 20 {
        return true;
    }
    let foot = FEET.iter().any(|foot| word.starts_with(foot)) || is_page_number(&word);
    if foot && filled.len() <= 6 {
        return true;
    }
    // A section title in the first column: 石岐街道（12人）, ——以下空白——.
    filled.len() == 1 && cells.len() >= 3 && is_section_title(&word)
}

/// True for a cell with more digits than a count of people has.
pub(super) fn is_long_number(cell: &Cell) -> bool {
    let digits = |c: &char| fold::half_width(*c).is_ascii_digit();
    cell.text().chars().filter(digits).count() > 6
}

fn is_page_number(word: &str) -> bool {
    word.starts_with('第') && word.contains('页')
}

fn is_section_title(word: &str) -> bool {
    word.contains("以下空白")
        || word.chars().count() > 4
            && (word.chars().any(|c| c.is_ascii_digit())
                || [
                    "街道",
                    "镇",
                    "社区",
                    "村",
                    "名单",
                    "花名册",
                    "台账",
                    "一览表",
                ]
                .iter()
                .any(|end| word.trim_end_matches([')', '人']).contains(end)))
}
