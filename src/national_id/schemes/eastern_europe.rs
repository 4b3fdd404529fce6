//! Central, eastern and south-eastern Europe, the Caucasus and Central Asia.

use super::prelude::*;

/// The unique master citizen number of the countries that were Yugoslavia.
const JMBG: &[Check] = &[Sum(sum("765432765432", C11_0)), Date(D::new(0, Ddmmyyy, Open))];

pub(super) const AL: &[Row] = &[
    scheme("AL.nid", "NID", "[A-T]d{8}a", "C01211010B", &[]).doc("Numri i identifikimit", "Drejtoria e Përgjithshme e Gjendjes Civile", "2nd 2nd Faktor Plus, on the formula approved by the Council of Ministers (http://www.arkivalajmeve.com/Skandali-me-kartat-numri-i-identitetit-gabim-fut-sistemin-ne-kaosNga-Faktori-PlusNumri-i-Identitetit-qe-eshte-elementi-reformues-ne-Kartat-e-identitetit-te-prodhuara-se-fundmi-rrezikon-qe-ne-mijera-shtetas-shqiptare-te-jete-llogaritur-g.424188/); idn AL"),
    scheme("AL.nipt", "NIPT", "[A-M]d{8}a", "B02110212B", &[]).both().prefixed("AL").also(BRACKET)
        .doc("Numri i Identifikimit për Personin e Tatueshëm (NUIS)", "Qendra Kombëtare e Biznesit", "ps al.nipt"),
];

pub(super) const AM: &[Row] = &[
    scheme("AM.psn", "Public services number", "d{10}", "0000210101", &[]).doc("Հանրային ծառայությունների համարանիշ", "Police, Passport and Visa Department", "Bill of the law on the public services number, art. 2 (http://www.parliament.am/drafts.php?sel=showdraft&DraftID=4848&Reading=1): ten digits, of sex and date of birth, three of order, one correcting"),
    scheme("AM.tin", "TIN", "d{8}", "10201212", &[]).both().doc("ՀՎՀՀ (taxpayer registration number)", "State Revenue Committee", "State Revenue Committee, Հարկ վճարողների հաշվառում (https://petekamutner.am/Content.aspx?itn=tsTPRTaxPayersRegistration)"),
];

pub(super) const AZ: &[Row] = &[
    scheme("AZ.pin", "FİN", "x{7}", "3100200", &[]).doc("Fərdi identifikasiya nömrəsi", "Daxili İşlər Nazirliyi", "Cabinet of Ministers of Azerbaijan, Resolution 92 of 2005, 2: symbols at random (copy: https://cis-legislation.com/document.fwx?rgn=13684)"),
    scheme("AZ.tin", "VÖEN", "d{9}[12]|d{8}[12]", "1200010021", &[
        When("d{10}", &[Sum(sum("41862753", R11_NO))]), When("d{9}", &[Sum(sum("1862753", R11_NO))]),
    ]).both().doc("Vergi ödəyicisinin eyniləşdirmə nömrəsi", "Dövlət Vergi Xidməti", "Azerbaijan to the OECD, Information on Tax Identification Numbers, II: ten digits (copy: https://online.documentine.com/5-digit-phone-number-lookup/1/information-on-tax-identification-numbers-oecd-org.html); ps az.voen"),
];

pub(super) const BA: &[Row] = &[
    scheme("BA.jmbg", "JMBG", "d{13}", "2111010010210", JMBG).doc("Jedinstveni matični broj", "IDDEEA", "Ministarstvo unutrašnjih poslova Republike Srpske, Jedinstveni matični broj, of the layout (http://mup.vladars.net/lat/index.php?vijest=dokumenti&vrsta=jmb); ps si.emso"),
];

pub(super) const BG: &[Row] = &[
    scheme("BG.egn", "ЕГН", "d{10}", "7523169263", &[Sum(sum("2485A9736", R11_0)), Date(D::new(0, Yymmdd, Month("191820")))])
        .doc("Единен граждански номер", "ГД ГРАО", "ГД ГРАО, Единен граждански номер (http://www.grao.bg/esgraon.html); ps bg.egn"),
    scheme("BG.pnf", "ЛНЧ", "d{10}", "1112202102", &[Advisory, Sum(sum("LJHDB9731", R10))])
        .doc("Личен номер на чужденец", "Дирекция „Миграция“", "European Commission, TIN structure by country, 3 BG: ten digits, not all of which its module can check (copy: https://docplayer.hu/88546200); ps bg.pnf"),
    scheme("BG.vat", "ЕИК / БУЛСТАТ", "d{9}|d{13}", "175074752", &[
        Sum(sum("12345678/3456789A", R11_NEXT)), When("d{13}", &[Sum(sum("2735/4957", R11_NEXT).from(8).at(12))]),
    ]).entity().prefixed("BG")
        .doc("Идентификационен номер по ДДС", "Национална агенция за приходите", "Commission Delegated Regulation (EU) 2017/2055, annex I: nine digits (copy: https://docslib.org/download/4496718/eu-2015-2366-of); ps bg.vat"),
];

pub(super) const BY: &[Row] = &[
    scheme("BY.passport_id", "Идентификационный номер", "d{7}addd aad", "0210112B000 BB0", &[])
        .doc("Идентификационный номер", "Министерство внутренних дел", "dlf by"),
    scheme("BY.unp", "УНП", "d{9}|[A-CEHKM][ABCEHKMOPT]d{7}", "221212222", &[
        When("d*", &[Sum(sum("71862753", R11_NO)), In(0, "1-7")]), When("a*", &[Rule(special::BY_UNP)]),
    ]).both().prefixed("UNP YH\u{1a}").doc("Учётный номер плательщика", "Министерство по налогам и сборам", "ps by.unp"),
];

pub(super) const CZ: &[Row] = &[
    scheme("CZ.dic", "DIČ", "d{8,10}", "12222011", &[
        When("d{8}", &[Sum(sum("8765432", "10987654321")), NotIn(0, "9")]),
        When("6d{8}", &[Any(&[&[Sum(sum("8765432", "89012345678").from(1).at(8))], RODNE])]),
        When("[0-57-9]d{8}|d{10}", RODNE),
    ]).both().prefixed("CZ").also(SLASH).doc("Daňové identifikační číslo", "Finanční správa", "European Commission, VIES, VAT identification number structure: eight to ten digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps cz.dic"),
    scheme("CZ.ico", "IČO", "ddd dd ddd", "221 20 122", &[Sum(sum("8765432", "10987654321"))]).entity()
        .doc("Identifikační číslo osoby", "Český statistický úřad", "zákon č. 89/1995 Sb., § 22: of people in business too (http://spcp.prf.cuni.cz/lex/89-95.htm); Commission Delegated Regulation (EU) 2017/2055, annex I: eight digits (copy: https://docslib.org/download/4496718/eu-2015-2366-of); js cz.ico"),
    scheme("CZ.rc", "Rodné číslo", "dddddd/dddd|dddddd/ddd", "530121/9990", RODNE)
        .only(SPACE | SLASH).doc("Rodné číslo", "Ministerstvo vnitra", "NZIS of the Ministry of Health, Struktura rodného čísla (https://ciselniky.dasta.mzcr.cz/hypertext/202240/hypertext/DSBET.htm), and of 20 and 70 in the month the Act 53/2004 Sb. as told in https://cs.wikipedia.org/wiki/Rodn%C3%A9_%C4%8D%C3%ADslo; ps cz.rc"),
];
/// The birth number of the Czech and Slovak Republics: the first nine digits modulo 11; nine digits, and no check, before 1954.
const RODNE: &[Check] = &[
    When("d{10}", &[Sum(sum("1A1A1A1A1", R11_0))]),
    Date(D::new(0, Yymmdd, By(special::CZ_CENTURY)).months(&[70, 50, 20])),
];

pub(super) const GE: &[Row] = &[
    scheme("GE.pn", "პირადი ნომერი", "d{11}", "12021121210", &[]).doc("Personal number", "Public Service Development Agency", "Georgia to the OECD, Information on Tax Identification Numbers, I: eleven digits (copy: https://docslib.org/doc/4655604); idn GE"),
    scheme("GE.tin", "TIN", "d{9}|d{11}", "020102121", &[]).both().doc("Taxpayer identification number", "Revenue Service", "Georgia to the OECD, Information on Tax Identification Numbers, I (copy: https://docslib.org/doc/4655604); idn GE"),
];

pub(super) const HR: &[Row] = &[
    scheme("HR.jmbg", "JMBG", "d{13}", "2011210220002", JMBG).doc("Jedinstveni matični broj građana", "Ministarstvo unutarnjih poslova", "Kontrolni algoritmi za Obrazac R-S, 1 to 3 (copy: https://www.scribd.com/doc/220457777); ps si.emso"),
    scheme("HR.oib", "OIB", "d{11}", "33392005961", &[Mod11_10]).both().prefixed("HR")
        .main().taxpayer().doc("Osobni identifikacijski broj", "Porezna uprava", "City of Zagreb, OIB, on the Act NN 60/08: ten digits at random and a check digit (https://www.zagreb.hr/en/osobni-identifikacijski-broj-oib/20068); ps hr.oib"),
];

pub(super) const HU: &[Row] = &[
    scheme("HU.adoazonosito", "Adóazonosító jel", "8d{9}", "8121022002", &[
        Sum(sum("123456789", R11_NO)), Any(&[&[Born(special::HU_BIRTH)], &[]]),
    ])
        .taxpayer().doc("Adóazonosító jel", "Nemzeti Adó- és Vámhivatal", "1996. évi XX. törvény, annex 1, as told by the University of Public Service (https://lexikon.uni-nke.hu/szocikk/adoazonosito-jel/); vj hu-HU"),
    scheme("HU.anum", "Adószám", "d{8}|d{8}-d-dd", "00102212", &[Sum(sum("9731973", C10))]).entity().prefixed("HU")
        .doc("Adószám", "Nemzeti Adó- és Vámhivatal", "European Commission, VIES, VAT identification number structure: eight digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps hu.anum"),
    // Who was born since 1997 has the weights the other way round; foreigners may have either.
    scheme("HU.szemelyi", "Személyi azonosító", "[1-8]-dddddd-dddd", "1-101211-1112", &[
        When("[12]9[7-9]*|[34]*", &[Sum(sum("A987654321", R11_NO))]),
        When("[12][0-8]*|[12]9[0-6]*", &[Sum(sum("123456789A", R11_NO))]),
        When("[5-8]*", &[Any(&[&[Sum(sum("123456789A", R11_NO))], &[Sum(sum("A987654321", R11_NO))]])]),
        Date(D::new(1, Yymmdd, Digit(0, "--1919202019192020"))),
    ]).main().doc("Személyi azonosító", "Belügyminisztérium", "1996. évi XX. törvény, annex 3, as told by the University of Public Service (https://lexikon.uni-nke.hu/szocikk/szemelyi-azonosito/); idn HU"),
    scheme("HU.taj", "TAJ-szám", "ddd ddd ddd", "211 100 120", &[Sum(sum("37373737", R10))])
        .doc("Társadalombiztosítási azonosító jel", "Nemzeti Egészségbiztosítási Alapkezelő", "Nemzeti Egészségbiztosítási Alapkezelő, e-TAJ: Hogyan képezzük a TAJ-t? (http://neak.gov.hu/felso_menu/lakossagnak/ellatas_magyarorszagon/jogosultsag_az_ellatasra/ellatasra_jogosultsag_igazolasa/e_taj)"),
];

pub(super) const KG: &[Row] = &[
    scheme("KG.inn", "ИНН / ПИН", "[0-2]d{13}", "12211101022220", &[]).both().doc("Personal identification number", "State Tax Service", "own"),
];

pub(super) const KZ: &[Row] = &[
    scheme("KZ.iin", "ЖСН / ИИН", "d{12}", "900101300017", &[
        Sum(sum("123456789AB/3456789AB12", R11_NEXT_NO)), Advisory, Date(D::new(0, Yymmdd, Digit(6, "--181819192020"))),
    ]).doc("Individual identification number", "Ministry of Justice", "Закон от 12.01.2007 № 223, ст. 1: the last is the control digit (https://adilet.zan.kz/rus/docs/Z070000223_); Ministry of Justice on Decree 853 of 2013: another date of birth is no error (copy: http://nomad.su/?a=3-201904050026); idn KZ"),
];

pub(super) const MD: &[Row] = &[
    scheme("MD.idno", "IDNO", "d{13}", "2010020212020", &[Sum(sum("731731731731", R10))]).entity()
        .doc("Numărul de identificare de stat", "Agenția Servicii Publice", "ps md.idno"),
    scheme("MD.idnp", "IDNP", "d{13}", "0210011112212", &[]).doc("Numărul de identificare al persoanei", "Agenția Servicii Publice", "idn MD"),
];

pub(super) const ME: &[Row] = &[
    scheme("ME.jmbg", "JMBG", "d{13}", "2210020102111", JMBG).taxpayer().doc("Jedinstveni matični broj građana", "Ministarstvo unutrašnjih poslova", "Zakon o uvođenju jedinstvenog matičnog broja građana, Sl. list SFRJ 58/76, čl. 3, of the layout (https://www.paragraf.rs/propisi/zakon_o_uvodjenju_jedinstvenog_maticnog_broja_gradjana.html); ps si.emso"),
    scheme("ME.pib", "PIB", "d{8}", "20112211", &[Sum(sum("8765432", C11_0))]).both()
        .doc("Poreski identifikacioni broj", "Poreska uprava", "ps me.pib"),
];

pub(super) const MK: &[Row] = &[
    scheme("MK.edb", "ЕДБ", "d{13}", "2122222002040", &[Sum(sum("765432765432", C11_0))]).both().prefixed("MK")
        .doc("Единствен даночен број", "Управа за јавни приходи", "ps mk.edb"),
    scheme("MK.umcn", "ЕМБГ", "d{13}", "0110222220211", JMBG).doc("Единствен матичен број на граѓанинот", "Управа за водење на матичните книги", "Закон за матичен број на граѓанинот, чл. 2 and 4, of the layout (copy: http://pbosnia.kentlaw.edu/macedonia/mlrc/z0077.html); ps si.emso"),
];

pub(super) const PL: &[Row] = &[
    scheme("PL.dowod", "Numer dowodu osobistego", "aaa dddddd", "ACB 221110", &[Sum(sum("731073173", R10).at(3))])
        .doc("Numer dowodu osobistego", "Ministerstwo Spraw Wewnętrznych i Administracji", "vj PL"),
    scheme("PL.nip", "NIP", "ddd-ddd-dd-dd", "100-222-20-01", &[Sum(sum("657234567", R11_NO))]).both().prefixed("PL")
        .doc("Numer identyfikacji podatkowej", "Krajowa Administracja Skarbowa", "Poland to the OECD, Information on Tax Identification Numbers, I 1.2 (copy: https://docslib.org/doc/1398366); ps pl.nip"),
    scheme("PL.pesel", "PESEL", "d{11}", "44051401359", &[Sum(sum("1379137913", C10)), Date(D::new(0, Yymmdd, Month("1920212218")))])
        .main().taxpayer().doc("Powszechny Elektroniczny System Ewidencji Ludności", "Ministerstwo Cyfryzacji", "Poland to the OECD, Information on Tax Identification Numbers, II 2.1 (copy: https://docslib.org/doc/1398366); ps pl.pesel"),
];

pub(super) const RO: &[Row] = &[
    scheme("RO.cf", "CIF", "[1-9]d{1,9}|[1-9]d{12}", "21222000", &[
        When("d{2,10}", &[Sum(right("753217532", C11_0))]), When("d{13}", CNP),
    ]).entity().prefixed("RO").doc("Cod de identificare fiscală", "ANAF", "Romania to the OECD, Information on Tax Identification Numbers, I 2: two to ten digits (copy: https://www.scribd.com/document/507798535/Romania-TIN-1); ps ro.cf"),
    scheme("RO.cnp", "CNP", "[1-9]dddddd-dddddd", "1630615-123457", CNP)
        .doc("Cod numeric personal", "Direcția Generală pentru Evidența Persoanelor", "Direcția locală de evidență a persoanelor sector 6, Atribuirea CNP (https://dleps6.ro/evidenta-persoanelor/atribuirea-cnp/), and the Ministry of Internal Affairs of 2024, all new ones have 70 for the county (as told in https://capital.ro/se-schimba-cnp-ul-in-romania-ce-se-intampla-cu-vechile-buletine.html); ps ro.cnp"),
];
const CNP: &[Check] = &[
    Sum(sum("279146358279", "01234567891")), When("[1-6]*", &[Date(D::new(1, Yymmdd, Digit(0, "--191918182020")))]), When("[7-9]*", &[Date(D::new(1, Yymmdd, Open))]),
    // The county; since 8 May 2024 new numbers have 70, wherever one is born.
    Advisory, In(7, "01-48 51 52 70 80-83"),
];

pub(super) const RS: &[Row] = &[
    scheme("RS.jmbg", "ЈМБГ", "d{13}", "0110022202111", JMBG).taxpayer().doc("Јединствени матични број грађана", "Министарство унутрашњих послова", "Закон о јединственом матичном броју грађана, чл. 4, of the layout (https://www.paragraf.rs/propisi/zakon-o-jedinstvenom-maticnom-broju-gradjana.html); ps si.emso"),
    scheme("RS.pib", "ПИБ", "d{9}", "121221002", &[Mod11_10]).entity()
        .doc("Порески идентификациони број", "Пореска управа", "ps rs.pib"),
];

pub(super) const RU: &[Row] = &[
    scheme("RU.inn", "ИНН", "d{10}|d{12}", "0022002121", &[
        When("d{10}", &[Sum(sum("24A359468", R11_0))]),
        When("d{12}", &[Sum(sum("724A359468", R11_0)), Sum(sum("3724A359468", R11_0))]),
    ]).both().doc("Идентификационный номер налогоплательщика", "Федеральная налоговая служба", "Приказ ФНС России от 29.06.2012 № ММВ-7-6/435@ (https://www.viacademia.ru/library/nalog/440-mmv-7-6-435); ps ru.inn"),
    scheme("RU.passport_internal", "Серия и номер паспорта", "dd dd dddddd", "02 00 001012", &[])
        .doc("Серия и номер внутреннего паспорта", "Министерство внутренних дел", "Постановление Правительства РФ от 08.07.1997 № 828, описание бланка паспорта, п. 3: two groups of four digits are the series, the third of six the number (as quoted in https://avtozvuk174.ru/en/skolko-stranic-v-rossiiskom-obshchegrazhdanskom-pasporte-sm-varianty); dlf ru"),
    scheme("RU.snils", "СНИЛС", "ddd-ddd-ddd dd", "000-120-001 12", &[Rule(special::RU_SNILS)])
        .doc("Страховой номер индивидуального лицевого счёта", "Социальный фонд России", "Алгоритм формирования контрольного числа Страхового номера, 8 (http://consultant.ru/document/cons_doc_LAW_124607/68ac3b2d1745f9cc7d4332b63c2818ca5d5d20d0)"),
];

pub(super) const SI: &[Row] = &[
    scheme("SI.ddv", "Davčna številka", "[1-9]ddddddd", "22010211", &[Sum(sum("8765432", "!0987654321"))]).both().prefixed("SI")
        .doc("Davčna številka", "Finančna uprava", "Tax Administration of the Republic of Slovenia, What is the tax number (http://www.durs.gov.si/en/angleske_strani/entry_into_the_tax_register_and_tax_number/what_is_the_tax_number); likewise Finančna uprava, Entry into the tax register and tax number (https://www.fu.gov.si/en/taxes_and_other_duties/work_with_us/entry_into_the_tax_register_and_tax_number); ps si.ddv"),
    scheme("SI.emso", "EMŠO", "d{13}", "0101006500006", JMBG).doc("Enotna matična številka občana", "Ministrstvo za notranje zadeve", "Uredba o načinu določanja osebne identifikacijske številke, Uradni list RS 8/1999, art. 2 and 3 (https://www.uradni-list.si/glasilo-uradni-list-rs/vsebina?urlid=19998&stevilka=345); ps si.emso"),
];

pub(super) const SK: &[Row] = &[
    scheme("SK.dic", "DIČ", "d{10}", "0100200100", &[]).both().prefixed("SK").doc("Daňové identifikačné číslo", "Finančná správa", "Slovak Republic to the OECD, Information on Tax Identification Numbers, I and II (copy: https://paperzz.com/doc/7182774)"),
    scheme("SK.rc", "Rodné číslo", "dddddd/dddd|dddddd/ddd", "530121/9990", RODNE)
        .only(SPACE | SLASH).doc("Rodné číslo", "Ministerstvo vnútra", "Zákon 301/1995 Z. z. o rodnom čísle, § 2 (https://www.slov-lex.sk/pravne-predpisy/SK/ZZ/1995/301/), which has no months 21 to 32 and 71 to 82 as the Czech law has; ps sk.rc"),
];

pub(super) const TR: &[Row] = &[
    scheme("TR.tckn", "T.C. kimlik no", "[1-9]d{10}", "10000000146", &[Sum(sum("797979797", R10)), Sum(sum("1111111111", R10))])
        .taxpayer().doc("Türkiye Cumhuriyeti kimlik numarası", "Nüfus ve Vatandaşlık İşleri", "Turkey to the OECD, Information on Tax Identification Numbers, I (copy: https://docslib.org/doc/9036567); Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü: eleven digits, the last two reckoned (as quoted in http://www.hurriyet.com.tr/gundem/tc-kimlik-no-sorgulama-tc-kimlik-numarasi-ogrenme-40763100); ps tr.tckimlik"),
    scheme("TR.vkn", "VKN", "d{10}", "1022201020", &[Rule(special::TR_VKN)]).both()
        .doc("Vergi kimlik numarası", "Gelir İdaresi Başkanlığı", "ps tr.vkn"),
];

pub(super) const UA: &[Row] = &[
    scheme("UA.edrpou", "ЄДРПОУ", "d{8}", "11202020", &[
        When("[0-26-9]*", &[Sum(sum("1234567/3456789", R11_NEXT))]), When("[345]*", &[Sum(sum("7123456/9345678", R11_NEXT))]),
    ]).entity().doc("Код ЄДРПОУ", "Державна служба статистики", "ps ua.edrpou"),
    scheme("UA.rntrc", "РНОКПП", "d{10}", "0122121220", &[Sum(sum("A57946A57", R11_0)), Any(&[&[Born(special::UA_BIRTH)], &[]])])
        .doc("Реєстраційний номер облікової картки платника податків", "Державна податкова служба", "Порядок обліку платників податків № 1588, 2.2, as told in https://buhplatforma.com.ua/news/63898: who refuses the number has the passport’s instead; ps ua.rntrc"),
];

pub(super) const UZ: &[Row] = &[
    scheme("UZ.inn", "STIR", "d{9}", "010000210", &[]).both().doc("Soliq to‘lovchining identifikatsiya raqami", "Soliq qo‘mitasi", "own"),
    scheme("UZ.pinfl", "JSHSHIR", "[3-8]d{13}", "60002201211221", &[Advisory, Sum(sum("7317317317317", R10)), Tells(D::new(1, Ddmmyy, Open))])
        .doc("Jismoniy shaxsning shaxsiy identifikatsiya raqami", "Ichki ishlar vazirligi", "own"),
];

/// Kosovo's own number; older ones are JMBG.
pub(super) const XK: &[Row] = &[
    scheme("XK.nid", "Numri personal", "d{10}", "2020200020", &[]).doc("Numri personal", "Agjencia e Regjistrimit Civil", "own"),
    scheme("XK.jmbg", "JMBG", "d{13}", "2001120101122", JMBG).doc("Jedinstveni matični broj građana", "Agjencia e Regjistrimit Civil", "Zakon o uvođenju jedinstvenog matičnog broja građana, Sl. list SFRJ 58/76, čl. 3, of the layout (https://www.paragraf.rs/propisi/zakon_o_uvodjenju_jedinstvenog_maticnog_broja_gradjana.html); ps si.emso"),
];
