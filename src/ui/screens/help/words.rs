//! Words of the help.

crate::messages! {
    everywhere() { zh: "在哪里都能用", en: "Everywhere" }
    moves() { zh: "移动和办理", en: "Moving and doing" }
    typing() { zh: "打字", en: "Typing" }
    type_anywhere() { zh: "在列表和首页直接打字就是找人：姓名、拼音、首字母、证号、电话尾号、村名", en: "Type on any list or home screen to find people: name, pinyin, initials, id, phone tail, village" }
    question_mark() { zh: "框里没字时按 ? 也是帮助", en: "? is help too while the box is empty" }
    slash() { zh: "/ 或 、 也到找人框", en: "/ goes to the box too" }
    filters() { zh: "筛选写在框里，可连写：组:两后生 镇:石岐 村: 地: 年龄:16-24 状态:失业 证:叉车 求职: 责任人:我 未联系>30；前面加 ! 是不要", en: "Filters go into the box, several at once: group: town: village: place: age:16-24 status: cert: wish: worker:me uncontacted>30; ! before one means not" }
    filter_names() { zh: "名称可打拼音首字母（zu:lhs、wlx>30）；冒号后停一下就列出可选的和人数", en: "Names and values may be pinyin initials (zu:lhs, wlx>30); after the colon the values are listed with how many people" }
    paste_column() { zh: "粘贴一列姓名或证号（每行一个），逐行列出找到谁、谁找不到", en: "Paste a column of names or id numbers: each line says who is found and who is not" }
    digits() { zh: "表里用数字回答；连刷四位以上数字当作刷证，到找人框", en: "Digits answer in forms; four or more digits at a scanner's speed go to the box" }
    masked() { zh: "证号和电话默认遮住，显示全号会记入操作记录，30 秒后自动遮回", en: "Ids and phones are masked; showing them is journalled and ends after 30 seconds" }
}
