//! South America.

use super::prelude::*;

pub(super) const AR: &[Row] = &[
    scheme("AR.cuit", "CUIT/CUIL", "dd-dddddddd-d", "20-12345678-6", &[
        Sum(sum("5432765432", "09987654321")), Advisory, In(0, "20 23-27 30 33 34 50 51 55"),
    ]).both().doc("Clave Única de Identificación Tributaria, Laboral (CUIL) or Clave de Identificación (CDI)", "ARCA and ANSES", "Argentina to the OECD, Information on Tax Identification Numbers, I (copy: https://paperzz.com/doc/8426588); ps ar.cuit"),
    scheme("AR.dni", "DNI", "d{1,2}.ddd.ddd", "12.345.678", &[])
        .doc("Documento Nacional de Identidad", "Registro Nacional de las Personas", "Registro Nacional de las Personas and disposición 4678/2019, as told in https://elfaronoticias.com.ar/2023/09/05/los-numeros-de-dni-argentinos-saltaran-del-59-999-999-al-70-millones; ps ar.dni"),
];

pub(super) const BO: &[Row] = &[
    scheme("BO.cedula", "CI", "d{4,8}|d{4,8}-da", "1212112", &[])
        .doc("Cédula de identidad, without the department", "SEGIP", "own"),
    scheme("BO.ci", "CI", "d{7,8}-aa-x{0,2}", "2200010-CB-20", &[When("d{7}a*", &[In(7, BO_CI)]), When("d{8}a*", &[In(8, BO_CI)])])
        .doc("Cédula de identidad, with the department", "SEGIP", "js bo.ci"),
    scheme("BO.nit", "NIT", "d{7,13}", "0220121", &[]).both()
        .doc("Número de Identificación Tributaria", "Servicio de Impuestos Nacionales", "Servicio de Impuestos Nacionales at CIAT 2014: a person's is the cédula and three control digits (as quoted in https://github.com/arthurdejong/python-stdnum/issues/134)"),
];
const BO_CI: &str = "BE CB CH LP OR PD PT SC TJ";

pub(super) const BR: &[Row] = &[
    scheme("BR.cnpj", "CNPJ", "xx.xxx.xxx/xxxx-dd", "02.211.832/8282-02", &[
        Sum(sum("543298765432", C11_0).by(special::CNPJ)), Sum(sum("6543298765432", C11_0).by(special::CNPJ)), NotAllSame,
    ]).entity().doc("Cadastro Nacional da Pessoa Jurídica, with letters since July 2026", "Receita Federal", "Brazil to the OECD, Information on Tax Identification Numbers, II (copy: https://info.5y1.org/cnpj-fazenda-nacional_1_c0784a.html), of the numbers before the letters; ps br.cnpj"),
    scheme("BR.cpf", "CPF", "ddd.ddd.ddd-dd", "111.444.777-35", &[
        Sum(sum("A98765432", C11_0)), Sum(sum("BA98765432", C11_0)), NotAllSame,
    ]).doc("Cadastro de Pessoas Físicas", "Receita Federal", "Brazil to the OECD, Information on Tax Identification Numbers, II (copy: https://info.5y1.org/cnpj-fazenda-nacional_1_c0784a.html); ps br.cpf"),
];

pub(super) const CL: &[Row] = &[
    scheme("CL.rut", "RUT", "d{1,2}.ddd.ddd-[0-9K]", "12.345.678-5", &[Sum(right("32765432", C11_K))]).both().prefixed("CL")
        .doc("Rol Único Tributario, for persons the Rol Único Nacional (RUN)", "Servicio de Registro Civil e Identificación; Servicio de Impuestos Internos", "2nd Social Security Administration, POMS GN 01740.315 (https://secure.ssa.gov/poms.nSf/lnx/0201740315); ps cl.rut"),
];

pub(super) const CO: &[Row] = &[
    scheme("CO.nit", "NIT", "d{7,15}-d", "2012000-1", &[Sum(right("51493A847186273", "01987654321"))]).both().also(COMMA)
        .doc("Número de Identificación Tributaria", "Dirección de Impuestos y Aduanas Nacionales", "DIAN, Concepto 35986 de 1997 on Orden Administrativa 11 de 1996: the check digit is no part of it (https://normograma.dian.gov.co/dian/compilacion/docs/concepto_tributario_dian_0035986_1997.htm); ps co.nit"),
    scheme("CO.nuip", "Cédula", "d{6,10}", "0211101", &[])
        .doc("Número Único de Identificación Personal, on the cédula de ciudadanía", "Registraduría Nacional del Estado Civil", "idn CO"),
];

pub(super) const EC: &[Row] = &[
    scheme("EC.ci", "Cédula", "dd[0-6]d{6}-d", "171430710-3", &[Advisory, Luhn(0, 0, 10), In(0, EC_PROVINCES)])
        .doc("Cédula de identidad", "Dirección General de Registro Civil", "2nd https://gucyi.com/verificar-numero-de-cedula-registro-civil; ps ec.ci"),
    scheme("EC.ruc", "RUC", "dd[0-69]d{10}", "1122210022010", &[
        Advisory,
        In(0, EC_PROVINCES),
        When("dd[0-5]*", EC_NATURAL),
        When("dd6*", &[Any(&[EC_PUBLIC, EC_NATURAL])]),
        When("dd9*", &[Any(&[EC_PUBLIC, &[Sum(sum("432765432", C11_NO)), NotIn(-3, "000")]])]),
    ]).both().doc("Registro Único de Contribuyentes", "Servicio de Rentas Internas", "Ecuador to the OECD, Information on Tax Identification Numbers, II (copy: https://www.scribd.com/document/585867815/Ecuador-TIN); ps ec.ruc"),
];
const EC_PROVINCES: &str = "01-24 30 50";
const EC_NATURAL: &[Check] = &[Luhn(0, 10, 10), NotIn(-3, "000")];
const EC_PUBLIC: &[Check] = &[Sum(sum("32765432", C11_NO)), NotIn(-4, "0000")];

pub(super) const PE: &[Row] = &[
    scheme("PE.cui", "DNI", "dddddddd-?x?", "10117410-2", &[
        When("d{8}x", &[Any(&[&[Sum(sum("32765432", "65432110987"))], &[Sum(sum("32765432", "KJIHGFEDCBA"))]])]),
    ]).doc("Documento Nacional de Identidad; Código Único de Identificación", "RENIEC", "RENIEC, as quoted in https://larepublica.pe/amp/sociedad/2022/03/11/reniec-cual-es-el-digito-verificador-de-mi-dni-que-significa-y-por-que-es-tan-importante; ps pe.cui"),
    scheme("PE.ruc", "RUC", "dd-dddddddd-d", "20-01210202-1", &[Sum(sum("5432765432", "10987654321")), In(0, "10 15-17 20")]).both()
        .doc("Registro Único de Contribuyentes", "SUNAT", "ps pe.ruc"),
];

pub(super) const PY: &[Row] = &[
    scheme("PY.cedula", "Cédula", "d{5,7}", "1022202", &[])
        .doc("Cédula de identidad civil", "Policía Nacional, Departamento de Identificaciones", "js py.cedula"),
    scheme("PY.ruc", "RUC", "d{3,8}-d", "0100212-0", &[Sum(right("98765432", C11_0))]).both()
        .doc("Registro Único de Contribuyentes", "Dirección Nacional de Ingresos Tributarios", "2nd Subsecretaría de Estado de Tributación, as told in https://abc.com.py/edicion-impresa/economia/el-uso-del-ruc-numerico-y-el-nuevo-timbrado-son-obligatorios-desde-ayer-992428.html; ps py.ruc"),
];

pub(super) const SR: &[Row] = &[
    scheme("SR.id", "ID number", "aad{6}[A-Z]?", "BB010200B", &[])
        .doc("Identiteitskaartnummer", "Centraal Bureau voor Burgerzaken", "own"),
    scheme("SR.tin", "FIN", "d{7,10}", "1221221", &[]).both().doc("Fiscaal Identificatienummer", "Belastingdienst Suriname", "own"),
];

pub(super) const UY: &[Row] = &[
    scheme("UY.ci", "Cédula", "d.ddd.ddd-d|ddd.ddd-d", "1.234.567-2", &[Sum(right("2987634", C10))])
        .doc("Cédula de identidad", "Dirección Nacional de Identificación Civil", "2nd Social Security Administration, POMS GN 01762.315 (https://secure.ssa.gov/apps10/poms.nsf/lnx/0201762315); dlf uy"),
    scheme("UY.rut", "RUT", "dd-dddddd-001-d", "21-121101-001-2", &[
        Sum(sum("43298765432", C11_NO)), In(0, "01-22"), NotIn(2, "000000"),
    ]).entity().prefixed("UY").doc("Registro Único Tributario", "Dirección General Impositiva", "ps uy.rut"),
];

pub(super) const VE: &[Row] = &[
    scheme("VE.ci", "Cédula", "[VE]-d{5,9}", "E-0020022", &[])
        .doc("Cédula de identidad", "SAIME", "own"),
    // V E J P G add 4, 8, 12, 16, 20: a weight of 4 on letters that count 1 to 5 modulo 11.
    scheme("VE.rif", "RIF", "[VEJPG]-d{8}-d", "P-01212020-1", &[Sum(sum("432765432", C11_0).by(special::VE_RIF_VALUES))]).both()
        .doc("Registro Único de Información Fiscal", "SENIAT", "ps ve.rif"),
];
