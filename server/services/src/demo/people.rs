//! Invented people: those who can sign in, and names for those who answer.

use super::dice::Dice;
use super::model::Account;

/// The accounts of the demonstration. None is a real person.
pub fn accounts() -> Vec<Account> {
    vec![
        Account {
            key: "ruth",
            name: "Ruth Adeyemi-Pask",
            email: "ruth@folkmoot.example",
            role: "administrator",
            about: "Runs the demonstration and opens and closes its calls.",
        },
        Account {
            key: "tomasz",
            name: "Tomasz Hargreave",
            email: "tomasz@folkmoot.example",
            role: "lead-analyst",
            about: "Keeps the codebook, checks the coding and writes the findings.",
        },
        Account {
            key: "nia",
            name: "Nia Prosserby",
            email: "nia@folkmoot.example",
            role: "coder",
            about: "Codes responses, those in Welsh among them.",
        },
        Account {
            key: "imran",
            name: "Imran Beckfold",
            email: "imran@folkmoot.example",
            role: "coder",
            about: "Codes responses.",
        },
        Account {
            key: "eleanor",
            name: "Eleanor Quistley",
            email: "eleanor@folkmoot.example",
            role: "reader",
            about: "Reads the analysis and can change nothing.",
        },
    ]
}

const GIVEN: [&str; 84] = [
    "Aaliyah", "Abdul", "Adwoa", "Agnieszka", "Aisha", "Alan", "Alison", "Amara", "Amit", "Andrew", "Anita",
    "Arthur", "Barbara", "Ben", "Bernadette", "Blessing", "Brian", "Carol", "Charlotte", "Chidi", "Chloe", "Clive",
    "Colin", "Daniel", "Danuta", "Deborah", "Declan", "Derek", "Dilip", "Donna", "Doreen", "Edith", "Elena", "Emma",
    "Esther", "Farah", "Fatima", "Fiona", "Frank", "Gareth", "Geoffrey", "Gillian", "Grace", "Gurpreet", "Hannah",
    "Harjit", "Hassan", "Heather", "Helen", "Ian", "Ivy", "James", "Janet", "Jasmine", "Joan", "Joseph", "Joyce",
    "Kamal", "Karen", "Keith", "Kwame", "Leila", "Lorraine", "Malcolm", "Margaret", "Maria", "Mei", "Mohammed",
    "Moira", "Nasreen", "Nigel", "Olu", "Patricia", "Pauline", "Peter", "Priya", "Rashid", "Rosemary", "Ruth",
    "Sandra", "Siobhan", "Sunita", "Trevor", "Yusuf",
];

const FAMILY: [&str; 84] = [
    "Abara", "Achterby", "Ahmedi", "Akinsola", "Appleyard", "Ashdown", "Atwal", "Barraclough", "Begum", "Bhatti",
    "Blenkin", "Boateng", "Bradwell", "Brocklesby", "Cartledge", "Chaudhuri", "Chegwin", "Clutterham", "Coppard",
    "Cowperby", "Dangerfield", "Desai", "Dhillon", "Dunmore", "Eastwell", "Eze", "Fairhurst", "Fernsby", "Fothergill",
    "Gallowby", "Garside", "Ghalib", "Gillow", "Goodlake", "Greatrex", "Hallam", "Haque", "Hebblethwaite", "Holroyd",
    "Hussein", "Iqbal", "Jessop", "Kaczmarek", "Kaur", "Kellaway", "Khanom", "Lathbury", "Lockyer", "Mensah",
    "Merriweather", "Mirza", "Mottram", "Nowakowska", "Nwosu", "Oakshott", "Odunsi", "Okafor", "Ollerton", "Osei",
    "Parmar", "Pickersgill", "Pocock", "Quainton", "Rahman", "Ramsbottom", "Rawcliffe", "Sandhu", "Scarth", "Sethi",
    "Shufflebotham", "Siddiqui", "Skelhorn", "Smallbone", "Suleiman", "Sutcliffe", "Tembo", "Thackeray", "Tranter",
    "Udall", "Varley", "Whitlock", "Winterbourne", "Yeadon", "Zielinska",
];

/// Names for those who answer in Welsh.
const WELSH: [&str; 20] = [
    "Alun Parry-Hughes", "Angharad Pugh", "Bethan Rhydderch", "Dafydd Ellis-Wyn", "Delyth Humphreys", "Eirlys Bowen",
    "Elfed Pritchard", "Emrys Gittins", "Ffion Llwyd", "Geraint Vaughan", "Glenys Tudor", "Gwenllian Bebb",
    "Heulwen Jarman", "Hywel Breeze", "Iestyn Corfield", "Lowri Bennett", "Mair Tibbott", "Owain Gethin",
    "Rhiannon Swancott", "Siôn Mostyn",
];

/// An invented name, drawn from the names of the whole country.
pub fn name(dice: &mut Dice) -> String {
    let given = dice.pick(&GIVEN).copied().unwrap_or("Alison");
    let family = dice.pick(&FAMILY).copied().unwrap_or("Varley");
    format!("{given} {family}")
}

/// An invented Welsh name.
pub fn welsh_name(dice: &mut Dice) -> String {
    dice.pick(&WELSH).copied().unwrap_or("Mair Tibbott").to_owned()
}
