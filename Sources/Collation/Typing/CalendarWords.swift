import Language

/// The names of months, weekdays and parts of the day in running text, in eleven languages.
enum CalendarWords {
  /// Months by names that are hardly ever anything else.
  static let months = WordValues<Int>([
    ("january januar januari janvier enero gennaio janeiro ocak stycznia styczeń января январе январь", 1),
    (
      "february februar februari février febrero febbraio fevereiro şubat lutego luty февраля феврале февраль",
      2
    ),
    ("märz maart marzo março marca марта марте март", 3),
    ("april avril abril aprile nisan kwietnia kwiecień апреля апреле апрель", 4),
    ("maggio maio mayıs maja мая мае", 5),
    ("june junio giugno junho haziran czerwca czerwiec июня июне июнь", 6),
    ("july juillet julio luglio julho temmuz lipca lipiec июля июле июль", 7),
    ("augustus août agosto ağustos augusti sierpnia sierpień августа августе август", 8),
    (
      "september septembre septiembre setembro settembre eylül września wrzesień сентября сентябре сентябрь",
      9
    ),
    (
      "october oktober octobre octubre ottobre outubro ekim października październik октября октябре октябрь",
      10
    ),
    ("november novembre noviembre novembro kasım listopada listopad ноября ноябре ноябрь", 11),
    (
      "december dezember décembre decembre diciembre dicembre dezembro aralık grudnia grudzień декабря декабре декабрь",
      12
    ),
  ])

  /// Months by names that are other words too, and abbreviations: only beside a figure or a word that leads to a month.
  static let doubtfulMonths = WordValues<Int>([
    ("jan janv ene gen", 1), ("feb febr fév fev", 2), ("march mars mar mrt marz", 3), ("apr avr abr", 4),
    ("may mai mei mayo maj mag", 5), ("jun juin juni giu", 6), ("jul juli juil lug", 7),
    ("august aug ago", 8),
    ("sep sept set eyl", 9), ("oct okt ott out eki", 10), ("nov kas", 11), ("dec dez dic déc ara", 12),
  ])

  /// Words before a month or a year.
  static let leads = WordList(
    """
    in of since until till by from to before after during early late mid last next and between around year the
    im ab bis seit ende anfang mitte vom zum jahr jahre
    en de fin début depuis mois dès an année d
    desde hasta mes año fines
    nel dal dal del di a anno fine
    em desde até do ano
    sinds tot eind begin van jaar
    sedan i till år
    w od do roku
    в с до году года
    """)

  /// From 1, Monday, to 7.
  static let weekdays = WordValues<Int>([
    ("monday lundi montag lunes lunedì maandag måndag pazartesi poniedziałek понедельник", 1),
    ("tuesday tues mardi dienstag martes martedì dinsdag tisdag salı wtorek вторник", 2),
    ("wednesday mercredi mittwoch miércoles mercoledì woensdag onsdag çarşamba środa środę среду среда", 3),
    ("thursday thurs jeudi donnerstag jueves giovedì donderdag torsdag perşembe czwartek четверг", 4),
    ("friday vendredi freitag viernes venerdì vrijdag fredag piątek пятницу пятница", 5),
    (
      "saturday samedi samstag sonnabend sábado sabato zaterdag lördag cumartesi sobota sobotę субботу суббота",
      6
    ),
    ("sunday dimanche sonntag domingo domenica zondag söndag niedziela niedzielę воскресенье", 7),
  ])

  /// Portuguese weekdays that are ordinals but before "feira".
  static let feiras = WordValues<Int>([
    ("segunda", 1), ("terça", 2), ("quarta", 3), ("quinta", 4), ("sexta", 5),
  ])
  static let feira = WordList("feira")

  /// Parts of the day: 1 for the morning, 2 for the afternoon, 3 for what comes later.
  static let parts = WordValues<Int>([
    ("morning vormittag matin matinée mattina mattino manhã ochtend утром", 1),
    ("afternoon nachmittag pomeriggio namiddag eftermiddag днем", 2),
    ("evening night abend nacht soir soirée nuit noche sera notte noite avond kväll вечером ночью", 3),
  ])

  /// Minutes since midnight of hours that have a name.
  static let hours = WordValues<Int>([
    ("noon midday mediodía mezzogiorno mittags полдень", 720),
    ("midnight mitternacht minuit medianoche mezzanotte middernacht полночь", 0),
  ])

  /// Words behind a figure that make it an hour.
  static let clocks = WordList("uhr heures heure uur clock gmt utc cet cest bst edt est")
  static let before = WordList("am")
  static let after = WordList("pm")
  static let links = WordList("of de di del do the")
}
