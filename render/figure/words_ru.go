package figure

import (
	"fmt"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// plural3 is a Russian count: 1 событие, 2 события, 5 событий.
func plural3(n int, one, few, many string) string {
	form := many
	switch {
	case n%10 == 1 && n%100 != 11:
		form = one
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		form = few
	}
	return group1000(n) + " " + form
}

func eventsRU(n int) string { return plural3(n, "событие", "события", "событий") }

func shownRU(n, all int) string {
	if n == all {
		return eventsRU(n)
	}
	return group1000(n) + " из " + plural3(all, "события", "событий", "событий")
}

// russian has the figure's own words; labels of events are those of the graph.
var russian = words{
	months:      [12]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
	shortMonths: [12]string{"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"},
	days:        [7]string{"П", "В", "С", "Ч", "П", "С", "В"},
	dates: strings.NewReplacer("January", "янв", "February", "фев", "March", "мар", "April", "апр", "May", "мая", "June", "июн", "July", "июл", "August", "авг",
		"September", "сен", "October", "окт", "November", "ноя", "December", "дек", "not before", "не ранее", "not after", "не позднее", "no date", "без даты",
		"a day in", "один день,", "a month in", "один месяц,", "about", "около", "(uncertain)", "(?)", "(derived)", "(выведено)", "between", "между", " and ", " и ", " or ", " или ",
		"spring", "весна", "summer", "лето", "autumn", "осень", "winter", "зима", " BC", " до н. э.", "first quarter of", "I квартал", "second quarter of", "II квартал",
		"third quarter of", "III квартал", "fourth quarter of", "IV квартал", "first half of", "первая половина", "second half of", "вторая половина"),
	terms: map[string]string{
		"outlet not stated": "источник не указан", "whether it happened": "было ли это", "happened": "произошло", "denied": "отрицается", "alleged": "утверждается",
		"at least": "не менее", "conflict": "противоречие", "revision": "изменено позднее", "responsibility": "ответственность", "place": "место", "date": "дата", "killed": "погибшие", "injured": "раненые", "casualties": "потери", "missing": "пропавшие без вести",
		"displaced": "перемещённые", "detained": "задержанные", "captured": "захваченные", "destroyed": "разрушено", "damaged": "повреждено", "people": "люди", "civilians": "гражданские",
		"military": "военные", "children": "дети", "women": "женщины", "men": "мужчины", "houses": "дома", "buildings": "здания", "workers": "рабочие", "villages": "сёла",
		"killed people": "погибшие", "injured people": "раненые", "killed civilians": "погибшие гражданские", "injured civilians": "раненые гражданские", "killed military": "погибшие военные",
	},
	bc: "%s до н. э.",
	charts: map[string]string{
		"timeline": "Хронология", "totals": "Нарастающие итоги", "disagreements": "В чём сообщения расходятся", "network": "Как связаны события",
		"coverage": "Кто о чём сообщал", "calendar": "Календарь событий", "map": "Где, по сообщениям, это произошло",
	},
	modality: map[events.Modality]string{
		events.Happened: "сообщается как произошедшее", events.Alleged: "утверждается", events.Denied: "отрицается", events.Demanded: "требуется",
		events.Planned: "планируется", events.Hypothetical: "предполагается", events.Negated: "сообщается как не произошедшее",
	},
	modalityShort: map[events.Modality]string{
		events.Happened: "Произошло", events.Alleged: "Утверждается", events.Denied: "Отрицается", events.Demanded: "Требуется",
		events.Planned: "Планируется", events.Hypothetical: "Предполагается", events.Negated: "Не произошло",
	},
	classes: map[string]string{
		"violence": "Насилие", "harm": "Пострадавшие", "territory": "Территория", "diplomacy": "Дипломатия", "politics": "Политика", "justice": "Правосудие",
		"society": "Общество", "economy": "Экономика", "disaster": "Бедствия", "other": "Прочее", "statement": "Заявления",
	},
	day: "известный день", bracket: "один из дней недели, месяца или года", span: "от одного дня до другого", after: "не ранее дня", before: "не позднее дня",
	oneOf: "один из нескольких дней", order: "дата не названа, известны лишь границы", approximate: "приблизительно", doubt: "источник сомневается",
	accounts: [3]string{"одно сообщение", "два независимых сообщения", "три и более"}, disputed: "сообщения противоречат друг другу",
	strip: "число событий", stripOther: "не сообщается как произошедшее", stripDisputed: "оспаривается",
	axisBreak: "ось прервана у знака //, у каждой её части свой масштаб",
	others:    func(n int) string { return "Ещё " + plural3(n, "группа", "группы", "групп") },
	events:    eventsRU,
	undated:   func(n int) string { return "Без даты и потому не показано: " + eventsRU(n) },
	labelled: func(n, all int) string {
		return fmt.Sprintf("подписаны %s самых весомых из %s, столбцы считают все", group1000(n), group1000(all))
	},
	from: func(e, a, d int) string {
		return fmt.Sprintf("%s, независимых сообщений: %s, документов: %s", eventsRU(e), group1000(a), group1000(d))
	},
	claims: func(d, a int) string {
		return "документов: " + group1000(d) + ", независимых сообщений: " + group1000(a)
	},
	reports: func(n int) string {
		return plural3(n, "сообщение", "сообщения", "сообщений")
	}, noDay: "день не назван",
	asOf: "по состоянию на %s", filter: "отбор: %s", none: "Нечего показать.",
	mostIn:  map[string]string{"day": "до %d в день", "week": "до %d в неделю", "month": "до %d в месяц", "quarter": "до %d в квартал", "year": "до %d в год", "decade": "до %d за 10 лет"},
	mostBar: "до %d на столбец", vague: func(n int) string {
		return "Дата слишком неточна для столбца: " + eventsRU(n)
	},
	shown: map[string]func(n, all int) string{
		"totals": func(n, _ int) string {
			return plural3(n, "утверждение", "утверждения", "утверждений")
		},
		"disagreements": func(n, _ int) string {
			return plural3(n, "расхождение", "расхождения", "расхождений")
		},
		"network": shownRU, "coverage": shownRU, "calendar": shownRU, "map": shownRU,
	},
	totalExact: "названное число", totalLeast: "не менее стольких", totalLine: "то же сообщение, позднее",
	totalNote: "У каждого графика свои оси; более поздний и больший итог не является противоречием",
	totalsLeft: func(n int) string {
		return "Не поместилось утверждений о прочем: " + group1000(n)
	},
	totalsOnce: func(n int) string {
		return "Названы лишь однажды и потому не показаны итоги: " + group1000(n)
	},
	totalsVague: func(n int) string {
		return "Без дня и потому не показано утверждений: " + group1000(n)
	},
	linkStated: "сказано источником (или порядок)", linkDerived: "следует из дат или лишь рядом", severalAccounts: "несколько независимых сообщений",
	networkNote: "Связанные события стоят вместе, в порядке времени",
	networkLeft: func(n int) string {
		return "Не поместилось связанных событий: " + group1000(n)
	},
	ownReport: "собственное сообщение", copyOnly: "перепечатка", silent: "выходил в те дни, но не сообщил", silenceNote: "Молчание не есть отрицание",
	weightiest: func(n, all int) string { return "Показаны самые весомые: " + shownRU(n, all) },
	outletsLeft: func(n int) string {
		return "Прочих источников, о них не сообщавших или не поместившихся: " + group1000(n)
	},
	calendarNote: func(n int) string {
		s := "Считаются события, о которых сообщается как о произошедших в известный день"
		if n > 0 {
			s += "; прочих: " + group1000(n)
		}
		return s
	},
	calendarLeft: func(n int) string { return "В не поместившихся месяцах: " + eventsRU(n) },
	wholeRegion:  "где-то в области или стране", bordersNote: "Границы и берега по Natural Earth, 1:50 млн, и ничего не утверждают; места: GeoNames, CC BY 4.0",
	mapVague: func(n int) string {
		return "Без известного места или не сообщается как произошедшее: " + eventsRU(n)
	},
	mapLeft:      func(n int) string { return "Вне показанной части: " + eventsRU(n) },
	contestCount: "числа, на линии от нуля", contestRevision: "позднее изменено тем же источником, не противоречие", contestBar: "прочее, по числу сообщений",
	contestNote:  "В скобках — сколько независимых текстов называют значение",
	contestsLeft: func(n int) string { return "Не поместилось расхождений: " + group1000(n) },
}
