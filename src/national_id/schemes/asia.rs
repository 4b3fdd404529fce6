//! South, South-East and East Asia, and Oceania.

use super::prelude::*;

pub(super) const AF: &[Row] = &[
    scheme("AF.tin", "TIN", "d{10}", "2010102222", &[]).both().doc("Tax Identification Number", "Afghanistan Revenue Department", "own"),
    scheme("AF.nid", "Tazkira", "d{4}-d{4}-d{5}", "1202-1111-20200", &[]).doc("e-Tazkira number", "National Statistics and Information Authority", "own"),
];

pub(super) const AU: &[Row] = &[
    scheme("AU.abn", "ABN", "[1-9]d ddd ddd ddd", "21 112 002 200", &[Sum(sum("A13579BDFHJ", "%89=10")), NotIn(0, "10")]).entity()
        .doc("Australian Business Number", "Australian Business Register", "Australian Business Register, Format of the ABN (https://abr.business.gov.au/Help/AbnFormat); ps au.abn"),
    scheme("AU.medicare", "Medicare number", "[2-6]ddd ddddd d|[2-6]ddd ddddd d d", "2202 10201 2", &[Sum(sum("13791379", R10))])
        .doc("Medicare card number", "Services Australia", "Services Australia, Operational Blueprint 011-44150000, Medicare cards (http://operational.servicesaustralia.gov.au/public/Pages/your-health/011-44150000-01.html), and AIHW, METeOR 270101: N(11) with the person's digit (https://meteor.aihw.gov.au/content/index.phtml/itemId/270101)"),
    scheme("AU.tfn", "TFN", "ddd ddd ddd|d{8}", "123 456 782", &[
        When("d{9}", &[Sum(sum("14375869A", "%11"))]), When("d{8}", &[Any(&[
            // The numbers of eight digits are old, and the lists of weights that go around for them are two.
            &[Sum(sum("A7846351", "%11"))], &[Sum(sum("14375869", "%11"))],
        ])]),
    ]).both().main().taxpayer().doc("Tax File Number", "Australian Taxation Office", "Australian Taxation Office, What is a tax file number, as quoted in https://markaccountants.com.au/what-is-a-tax-file-number: usually nine digits; ps au.tfn"),
];

pub(super) const BD: &[Row] = &[
    scheme("BD.nid", "NID", "d{10}|dd[1-59]d{10}|[12]d{5}[1-59]d{10}", "1021110200", &[])
        .doc("National ID number (জাতীয় পরিচয়পত্র)", "Bangladesh Election Commission", "idn BD"),
    scheme("BD.tin", "e-TIN", "d{12}", "212012022221", &[]).both().doc("Taxpayer Identification Number", "National Board of Revenue", "Taxes Zone 3 Dhaka of the National Board of Revenue, E-TIN registration (http://taxeszone3dhaka.gov.bd/e-tin-%E0%A6%AA%E0%A7%8D%E0%A6%B0%E0%A6%BE%E0%A6%AA%E0%A7%8D%E0%A6%A4%E0%A6%BF%E0%A6%B0-%E0%A6%A8%E0%A6%BF%E0%A7%9F%E0%A6%AE-registration-re-registration/)"),
];

pub(super) const CN: &[Row] = &[
    scheme("CN.ric", "身份证号码", "d{6} d{8} ddd[0-9X]", "110105 19491231 002X", &[
        Sum(sum("79A584216379A5842", "10X98765432")), Date(D::new(6, Yyyymmdd, Open)), Advisory,
        In(0, "11-15 21-23 31-37 41-46 50-54 61-65 71 81-83 91-96"),
    ]).doc("Resident identity card number (公民身份号码); foreign permanent residents’ begins with 9", "Ministry of Public Security", "National Immigration Administration, rules of the 2023 residence card, 2 and 3: 18 characters that begin with 9 (copy: http://www.eastcoms.com/service/pro/840.html), and GB 11643-1999 as quoted in https://www.boolaw.com/chosen/4af97086.html; ps cn.ric"),
    scheme("CN.fpr", "外国人永久居留证号码", "aaa d{12}", "USA 110090010112", &[])
        .doc("Number of the foreign permanent resident card until 2023", "National Immigration Administration", "National Immigration Administration, rules of the 2023 residence card, 2 (copy: http://www.eastcoms.com/service/pro/840.html)"),
    scheme("CN.uscc", "统一社会信用代码", "[0-9A-HJ-NPQRTUWXY]{2}d{6}[0-9A-HJ-NPQRTUWXY]{10}", "20270202R1BB30AD0B", &[
        // 31 less the remainder of the sum, in the code's own alphabet; weights are the powers of 3.
        Sum(sum("139RJQGHKTPD8OAUS", "0YXWUTRQPNMLKJHGFEDCBA987654321").by(special::CN_USCC_VALUES)),
    ]).entity().doc("Unified Social Credit Code", "State Administration for Market Regulation", "GB 32100-2015, as quoted in http://coloradmin.cn/o/878512.html; ps cn.uscc"),
];

pub(super) const FJ: &[Row] = &[
    scheme("FJ.tin", "TIN", "dd-ddddd-d-d", "10-21201-2-1", &[]).both().doc("Tax Identification Number", "Fiji Revenue and Customs Service", "own"),
];

pub(super) const HK: &[Row] = &[
    // Letters count 10 to 35; a number with one letter has a blank (36) before it, which the table of its check holds already.
    scheme("HK.hkid", "HKID", "a{1,2}d{6}([0-9A])", "A123456(3)", &[
        When("ad*", &[Sum(sum("8765432", "6543210A987"))]),
        When("aa*", &[Sum(sum("98765432", C11_A))]),
    ]).doc("Hong Kong identity card number", "Immigration Department", "Hong Kong to the OECD, Information on Tax Identification Numbers, II (copy: https://docslib.org/doc/6152882); js hk.hkid"),
];

pub(super) const ID: &[Row] = &[
    scheme("ID.nik", "NIK", "d{16}", "3171011708450001", NIK)
        .doc("Nomor Induk Kependudukan", "Direktorat Jenderal Dukcapil", "Dinas Kependudukan dan Pencatatan Sipil Klaten, Arti 16 digit NIK (https://dukcapil.klaten.go.id/arti-16-digit-nomor-induk-kependudukan-nik), and Peraturan Pemerintah 37/2007, pasal 37, as quoted in https://jatenglive.com/tampil-berita-detail/No-NIK-Tidak-Bisa-berubah--beikur-Arti-16-Digit-Pada-KTP; ps id.nik"),
    scheme("ID.npwp", "NPWP", "dd.ddd.ddd.d-ddd.ddd|d{16}", "10.100.112.1-221.122", &[
        When("d{15}", &[Luhn(0, 9, 10)]), When("0d{15}", &[Luhn(0, 10, 10)]), When("[1-9]d{15}", NIK),
    ]).both().doc("Nomor Pokok Wajib Pajak: 15 digits, or since 2024 the 16 of the NIK", "Direktorat Jenderal Pajak", "Peraturan Menteri Keuangan 112/PMK.03/2022, pasal 2 and 3 (as quoted in https://www.coesmanafamily.com/2022/07/NIK-Menjadi-NPWP-Orang-Pribadi-Yang-Merupakan-Penduduk.html); ps id.npwp"),
];
const NIK: &[Check] = &[
    Date(D::new(6, Ddmmyy, Open).days(40)), Advisory, In(0, "11-19 21 31-36 51-53 61-65 71-76 81 82 91-97"),
];

pub(super) const IN: &[Row] = &[
    scheme("IN.aadhaar", "Aadhaar", "[2-9]ddd dddd dddd", "2341 2341 2346", &[Verhoeff, NotPalindrome])
        .doc("Aadhaar number", "Unique Identification Authority of India", "Unique Identification Authority of India, A UID Numbering Scheme (2010), as quoted in https://susam.net/uid-numbering-scheme.html: 11 digits and a checksum; Government of Uttarakhand on the Aadhaar: 12 random digits (https://itda.uk.gov.in/uidai-aadhar); ps in_.aadhaar"),
    scheme("IN.epic", "EPIC", "aaad{7}", "CBC2101012", &[Advisory, Luhn(3, 0, 10)])
        .doc("Electors Photo Identity Card number", "Election Commission of India", "Election Commission of India, Hand Book for Electoral Registration Officers (2008), chapter IX, as quoted in https://pgbhat.wordpress.com/2012/07/20/an-epic-story/; ps in_.epic"),
    scheme("IN.gstin", "GSTIN", "ddaaa[ABCFGHJKLPT]adddda[1-9A-Z]Zx|ddaaaad{5}a[1-9A-Z]xx", "02CACCC1121GLZ0", &[Luhn(0, 0, 36), Advisory, In(0, "01-38 97 99")]).entity()
        .doc("Goods and Services Tax Identification Number", "GST Network", "Central Goods and Services Tax Rules 2017, rule 10 (copy: https://www.lawcrux.com/data5t/gt/gtstrl/cgst_rule_10.htm); ps in_.gstin"),
    scheme("IN.pan", "PAN", "aaa[ABCFGHJKLPT]adddda", "ABCPE1234F", &[NotIn(5, "0000")]).both()
        .doc("Permanent Account Number", "Income Tax Department", "India to the OECD, Information on Tax Identification Numbers, I: ten alphanumeric characters, person or entity (copy: https://docslib.org/doc/8309280); ps in_.pan"),
    scheme("IN.vid", "Virtual ID", "[2-9]ddd dddd dddd dddd", "2112 0210 0112 1012", &[Verhoeff, NotPalindrome])
        .doc("Virtual ID that stands for an Aadhaar number", "Unique Identification Authority of India", "Unique Identification Authority of India, statement of 2018-01-10 on the Virtual ID, as quoted in http://www.thehindu.com/news/national/this-is-how-uidais-virtual-id-for-aadhaar-will-work/article22413183.ece; ps in_.vid"),
];

pub(super) const JP: &[Row] = &[
    scheme("JP.cn", "法人番号", "d-dddd-dddd-dddd", "1-0202-2110-2101", &[Sum(sum("212121212121", "987654321").from(1).at(0))]).entity()
        .doc("Corporate Number (法人番号)", "National Tax Agency", "平成26年財務省令第70号, article 2 (copy: https://expydoc.com/doc/8196212), and the National Tax Agency (https://www.houjin-bangou.nta.go.jp/shitsumon/shosai.html?selQaId=00007); ps jp.cn"),
    scheme("JP.mynumber", "マイナンバー", "dddd dddd dddd", "1234 5678 9018", &[Sum(sum("65432765432", C11_0))])
        .doc("Individual Number (個人番号)", "Japan Agency for Local Authority Information Systems", "平成26年総務省令第85号, article 5, as J-LIS explains it (copy: https://expydoc.com/doc/7907261); ps jp.in_"),
];

pub(super) const KH: &[Row] = &[
    scheme("KH.nid", "ID number", "d{9}(d?d?)", "012202202(22)", &[]).doc("Khmer identity card number", "General Department of Identification", "own"),
    scheme("KH.tin", "TIN", "[A-Z]?d{3}-d{9}|d{9,10}", "C110-202210001", &[]).both().doc("Tax Identification Number", "General Department of Taxation", "own"),
];

pub(super) const KR: &[Row] = &[
    scheme("KR.brn", "사업자등록번호", "ddd-dd-ddddd", "112-20-20211", &[
        NotIn(0, "000-100"), NotIn(3, "00"), NotIn(5, "0000"),
    ]).entity().doc("Business registration number", "National Tax Service", "ps kr.brn"),
    // Since 5 October 2020 the digits behind the one of sex and century are drawn at random: the check digit holds no more.
    scheme("KR.rrn", "주민등록번호", "dddddd-ddddddd", "211220-0110021", &[
        Date(D::new(0, Yymmdd, Digit(6, "18191920201919202018"))), Advisory,
        Sum(sum("234567892345", "10987654321")), NotIn(7, "97-99"),
    ]).doc("Resident registration number", "Ministry of the Interior and Safety", "Government of Korea, 주민등록번호에서 지역번호 표시 폐지, 2020 (http://whatsnew.mosf.go.kr/mec/ots/dif/view.do?comBaseCd=DIFTYPCD&difSer=390d691d-3a5d-4049-8ed6-6eede3ae7455); ps kr.rrn"),
];

pub(super) const LA: &[Row] = &[
    scheme("LA.tin", "TIN", "d{12}", "120022212211", &[]).both().doc("Tax Identification Number", "Tax Department", "own"),
];

pub(super) const LK: &[Row] = &[
    scheme("LK.nic", "NIC", "[1-9]d{8}[VX]|[1-9]d{11}", "202220021X", &[Any(&[&[Born(special::LK_BIRTH)], &[]])]).doc("National identity card number", "Department for Registration of Persons", "Lanka Interoperability Framework, Sri Lanka Identification Number (https://life.gov.lk/index.php?option=com_content&view=article&id=13&Itemid=127&lang=si), of the older numbers; idn LK"),
    scheme("LK.tin", "TIN", "d{9}", "011010001", &[]).both().doc("Taxpayer Identification Number", "Inland Revenue Department", "own"),
];

pub(super) const MO: &[Row] = &[
    scheme("MO.bir", "BIR", "[0157]d{6}(d)", "1001020(0)", &[])
        .doc("Bilhete de Identidade de Residente", "Direcção dos Serviços de Identificação", "idn MO"),
];

pub(super) const MY: &[Row] = &[
    scheme("MY.itr", "Income tax number", "[IOS]G-d{9,11}", "SG-222102122", &[])
        .taxpayer().doc("Income tax reference number", "Lembaga Hasil Dalam Negeri", "Malaysia to the OECD, Information on Tax Identification Numbers, II (copy: https://www.sql.com.my/e-invoice-tin-types)"),
    scheme("MY.nric", "MyKad number", "dddddd-dd-dddd", "770305-02-1234", &[
        Date(D::new(0, Yymmdd, Open)), Advisory, In(6, "01-16 21-68 71 72 74-79 82-93 98 99"),
    ]).main().doc("Nombor Kad Pengenalan", "Jabatan Pendaftaran Negara", "Malaysia to the OECD, Information on Tax Identification Numbers, I: twelve digits (copy: https://www.sql.com.my/e-invoice-tin-types); ps my.nric"),
];

pub(super) const NP: &[Row] = &[
    scheme("NP.nid", "National ID number", "d{3}-d{3}-d{3}-d{1,2}", "210-200-110-22", &[]).doc("Rashtriya Parichaya Number", "Department of National ID and Civil Registration", "unverified: ten digits, as https://www.technicalgorkha.com/2024/07/national-identity-card-rastriya-parichaya-patra-how-to-apply.html tells of the card; eleven by idnumbers; idn NP"),
    scheme("NP.pan", "PAN", "d{9}", "010021122", &[]).both().doc("Permanent Account Number", "Inland Revenue Department", "own"),
];

pub(super) const NZ: &[Row] = &[
    // Below 150 million was what should last from 2016 for ten years.
    scheme("NZ.ird", "IRD number", "d{2,3}-ddd-ddd", "49-098-576", &[
        Sum(right("32765432/74325276", "0}987654321")), When("d{8}", &[NotIn(0, "0")]), When("d{9}", &[NotIn(0, "000-009"), Advisory, In(0, "010-149")]),
    ]).both().prefixed("NZ").doc("Inland Revenue Department number", "Inland Revenue", "Inland Revenue, Non-Resident Withholding Tax and Resident Withholding Tax Specification of 2016-03-31, IRD number validation (as quoted in https://www.ruby-toolbox.com/projects/ird-validator); ps nz.ird"),
];

pub(super) const PG: &[Row] = &[
    scheme("PG.nid", "NID", "d{10}", "0211000110", &[]).doc("National Identification number", "PNG Civil and Identity Registry", "idn PG"),
];

pub(super) const PH: &[Row] = &[
    scheme("PH.philid", "PhilSys number", "dddd-ddddddd-d|dddd-dddd-dddd-dddd", "1210-1120122-0", &[])
        .doc("PhilSys Number or Card Number", "Philippine Statistics Authority", "Philippine Statistics Authority, PhilSys Number (https://philsys.gov.ph/philsys-number/): the 12 digits of the PSN; idn PH"),
    scheme("PH.tin", "TIN", "ddd-ddd-ddd|ddd-ddd-ddd-d{3}|ddd-ddd-ddd-d{5}", "211-102-222", &[]).both()
        .doc("Taxpayer Identification Number", "Bureau of Internal Revenue", "Bureau of Internal Revenue, Revenue Memorandum Order 23-91, II A: nine digits (http://elibrary.judiciary.gov.ph/thebookshelf/showdocs/10/49676)"),
];

pub(super) const PK: &[Row] = &[
    scheme("PK.cnic", "CNIC", "[1-8]dddd-ddddddd-[1-9]", "12345-1234567-1", &[Advisory, NotIn(0, "8")])
        .doc("Computerised National Identity Card number", "NADRA", "2nd NADRA, instructions of April 2025, as told in https://en.dailypakistan.com.pk/28-Apr-2025/nadra-issues-important-instructions-regarding-id-cards: 13 digits; ps pk.cnic"),
    scheme("PK.ntn", "NTN", "xdddddd-d|xdddddd", "1100021-0", &[]).both().doc("National Tax Number", "Federal Board of Revenue", "2nd Federal Board of Revenue, Taxpayer registration basics, as told in https://tbizcon.com/?p=7668: seven digits; js pk.ntn"),
];

pub(super) const SG: &[Row] = &[
    // T and G add 4 to the sum, M adds 3: a weight of 1 on letters that count so modulo 11.
    scheme("SG.nric", "NRIC/FIN", "[STFGM]d{7}a", "S1234567D", &[
        When("[ST]*", &[Sum(sum("12765432", "JZIHGFEDCBA").by(special::SG_NRIC_VALUES))]),
        When("[FG]*", &[Sum(sum("12765432", "XWUTRQPNMLK").by(special::SG_NRIC_VALUES_2))]),
        When("M*", &[Sum(sum("12765432", "XWUTRQPNJLK").by(special::SG_NRIC_VALUES_3))]),
    ]).doc("National Registration Identity Card or Foreign Identification Number", "Immigration and Checkpoints Authority", "Immigration and Checkpoints Authority, New M FIN series (https://www.ica.gov.sg/news-and-publications/newsroom/media-release/new-m-fin-series-to-be-introduced-from-1-january-2022); idn SG"),
    scheme("SG.trn", "Tax reference number", "Ad{7}a|4d{8}a", "A2011022B", &[])
        .taxpayer().doc("ASGD or ITR number, of who has no NRIC, FIN or UEN", "Inland Revenue Authority of Singapore", "Singapore to the OECD, Information on Tax Identification Numbers, II (copy: https://info.5y1.org/singapore-ministry-of-foreign-affairs_1_19022c.html)"),
    scheme("SG.uen", "UEN", "d{8}a|19d{7}a|20d{7}a|F000d{5}a|[RST]ddaad{4}x", "01012222B", &[
        When("d{8}a", &[Sum(sum("A4938271", "XMKECAWLJDB"))]),
        When("d{9}a", &[Sum(sum("A86497531", "ZKCMDNERGWH"))]),
        When("[RST]*", &[
            In(3, "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL"),
            NotIn(0, "T50-T99"),
            Sum(sum("4353A2257", "GHJKLABCDEF").by(special::SG_UEN_VALUES)),
        ]),
    ]).entity().doc("Unique Entity Number", "Accounting and Corporate Regulatory Authority", "Singapore to the OECD, Information on Tax Identification Numbers, II (copy: https://info.5y1.org/singapore-ministry-of-foreign-affairs_1_19022c.html); ps sg.uen"),
];

pub(super) const TH: &[Row] = &[
    scheme("TH.pin", "เลขประจำตัวประชาชน", "[1-8]-dddd-ddddd-dd-d", "1-2345-67890-12-1", &[Sum(sum("DCBA98765432", "10987654321"))])
        .doc("Identification number of the Thai population register", "Department of Provincial Administration", "Electronic Government Agency, ความหมายของเลขประจำตัวประชาชนทั้ง 13 หลัก (https://www.egov.go.th/th/content/817/78/); ps th.pin"),
    scheme("TH.tin", "TIN", "[0-8]-dddd-ddddd-dd-d", "2-0000-00000-21-0", &[Sum(sum("DCBA98765432", "10987654321"))]).both()
        .doc("Tax identification number", "Revenue Department", "Revenue Department, เลขประจำตัวผู้เสียภาษีอากร (13 หลัก) (http://vsreg.rd.go.th/FVATNID/jsp/registpp01login.jsp); ps th.tin"),
];

pub(super) const TW: &[Row] = &[
    // A letter stands for two digits of weights 1 and 9; its place in the alphabet is that sum modulo 10.
    scheme("TW.natid", "身分證字號", "a[1289]d{8}", "A123456789", &[
        Sum(sum("187654321", C10).by(special::TW_NATID_VALUES)),
    ]).doc("National identification number, or UI number of a resident", "Ministry of the Interior; National Immigration Agency", "Ministry of the Interior, 2020-12-16, on the numbers of residents since 2021 (as told in https://newtalk.tw/news/view/2020-12-16/509552); js tw.natid"),
    // The second letter's weight is that of a digit, 8; its place counts the other way round.
    scheme("TW.arc", "統一證號", "a[A-D]d{8}", "AC01234567", &[
        Sum(sum("127654321", "2109876543").by(special::TW_NATID_VALUES)),
    ]).doc("UI number of a resident until 2020, in use until the end of 2030", "National Immigration Agency", "National Immigration Agency, 2020-12-16 (as told in https://newtalk.tw/news/view/2020-12-16/509552); the check digit agrees with the published tests of taiwan-id-validator"),
    scheme("TW.ubn", "統一編號", "d{8}", "01012200", &[Any(&[
        &[Sum(sum("12121241", "%5").cross())],
        // The 7th digit 7 has weight 4, so 28: its digits make 10, which may count as 1 or as 0.
        &[In(6, "7"), Sum(sum("12121241", "%5=4").cross())],
    ])]).entity().doc("Unified Business Number", "Ministry of Economic Affairs", "National Taxation Bureau of the Northern Area, 2024-03-16, as quoted in https://smartcpa.tw/ko/news/content/E3F2E9817E12A3140DDE3EBD406D22F2; ps tw.ubn"),
];

pub(super) const VN: &[Row] = &[
    scheme("VN.cccd", "Số định danh cá nhân", "0d{11}|0d{8}|[1-9]d{8}", "002102021110", &[Advisory, When("d{12}", &[In(0, "001-096")])])
        .doc("Personal identification number (CCCD), or the older card of 9 digits", "Ministry of Public Security", "Nghị định 137/2015/NĐ-CP, điều 13, as quoted in https://lawnet.vn/ngan-hang-phap-luat/tu-van-phap-luat/quyen-dan-su/12-chu-so-tren-the-can-cuoc-cong-dan-co-y-nghia-gi-264445; idn VN"),
    scheme("VN.mst", "Mã số thuế", "d{10}|d{10}-ddd|0d{11}", "2002220212", &[
        When("d{10}|d{13}", &[Sum(sum("971862753", "!9876543210")), NotIn(2, "0000000")]), When("d{13}", &[NotIn(10, "000")]),
        Advisory, When("d{12}", &[In(0, "001-096")]),
    ]).both().doc("Tax code; since July 2025 a person's is the 12-digit personal identification number", "General Department of Taxation", "Circular 105/2020/TT-BTC, article 5, as quoted in https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/vietnam-what-is-the-structure-of-the-taxpayer-identification-number-110111.html; ps vn.mst"),
];
