import type { Dice } from './dice';

/** Names that are common among speakers; every combination is made up. */
interface Names {
  women: string;
  men: string;
  family: string;
}

const levant: Names = {
  women: 'Rima Hala Nour Samar Lina Ghada Maha Dalia Rasha Abeer',
  men: 'Bassel Ziad Fadi Anas Khaled Omar Yazan Samer Wael Tarek',
  family: 'Haddad Khoury Darwish Nasser Saleh Qasem Masri Hamdan Sabbagh Issa',
};
const persian: Names = {
  women: 'Parisa Shirin Nasrin Mahsa Leila Azadeh Farnaz Mina',
  men: 'Kaveh Behrouz Arash Reza Farhad Mehdi Navid Saeed',
  family: 'Karimi Rostami Ahmadi Moradi Tehrani Jafari Sohrabi Amini',
};
const afghan: Names = {
  women: 'Farida Zohra Palwasha Shabnam Nilofar Marwa Storai Gulalai',
  men: 'Zabih Naim Hamid Jawad Mirwais Daud Qais Rahim',
  family: 'Noori Sharifi Wardak Haidari Azizi Rahimi Safi Yusufi',
};
const kurdish: Names = {
  women: 'Shilan Zilan Hêro Nazdar Berivan Rojin',
  men: 'Rebin Azad Dilshad Baran Kawa Serhat',
  family: 'Karim Amin Rasul Aziz Barzan Demir',
};
const southAsian: Names = {
  women: 'Hetal Jigna Kokila Saima Nasreen Shazia Rukhsana Parveen Harpreet Simran',
  men: 'Bhavesh Nilesh Imran Tariq Kamran Adeel Gurdeep Ravi Jaspal Mahesh',
  family: 'Desai Vora Solanki Malik Bashir Chaudhry Qureshi Gill Sandhu Parmar',
};
const bengali: Names = {
  women: 'Rahima Shirina Nasima Taslima Jahanara Rokeya',
  men: 'Abdul Jalal Mizan Faruk Rafiq Selim',
  family: 'Miah Begum Uddin Khatun Chowdhury Hoque',
};

const pools = {
  levant,
  sudan: {
    women: 'Hiba Maryam Amal Ikhlas Salma Rania Sawsan Tahani',
    men: 'Mutasim Yasir Elfatih Osama Hatim Babiker Mustafa Nadir',
    family: 'Osman Idris Bashir Elamin Abdalla Hamid Ibrahim Eltayeb',
  },
  iraq: {
    women: 'Zainab Shahad Noor Iman Hadeel Ruqaya',
    men: 'Haider Ali Mustafa Sajjad Laith Ammar',
    family: 'Jabbar Kadhim Hashim Salman Abbas Mahdi',
  },
  maghreb: {
    women: 'Samira Khadija Naima Fatiha Siham Loubna',
    men: 'Rachid Hicham Mounir Said Karim Nabil',
    family: 'Benali Alaoui Tazi Idrissi Mansouri Bennani',
  },
  persian,
  afghan,
  kurdish,
  portuguese: {
    women: 'Inês Catarina Marta Beatriz Sónia Luana',
    men: 'Tiago Nuno Rui Hélder Diogo Caio',
    family: 'Ferreira Moreira Tavares Pinto Cardoso Nogueira',
  },
  romanian: {
    women: 'Ioana Mihaela Elena Roxana Alina Simona',
    men: 'Andrei Bogdan Cosmin Mihai Radu Vlad',
    family: 'Popescu Dumitru Stan Marin Ilie Toma',
  },
  southAsian,
  bengali,
  somali: {
    women: 'Sahra Hodan Ifrah Faduma Ayaan Nimco Deqa Sagal',
    men: 'Abdi Liban Mahad Yusuf Bashiir Hirsi Guled Warsame',
    family: 'Warsame Farah Jama Abdullahi Hersi Egal Duale Samatar',
  },
  spanish: {
    women: 'Lucía Marisol Yesenia Paola Rocío Camila',
    men: 'Andrés Mauricio Javier Edgar Fabián Hernán',
    family: 'Quispe Herrera Castaño Molina Rojas Zapata',
  },
  guatemalan: { women: 'Juana Micaela Petrona', men: 'Domingo Gaspar Pascual', family: 'Jerónimo Ordóñez Matías Pablo' },
  polish: {
    women: 'Agnieszka Magda Kinga Ewelina Beata Iwona',
    men: 'Marek Paweł Tomasz Grzegorz Piotr Kamil',
    family: 'Nowicki Zieliński Kaczmarek Wrona Dudek Sikora',
  },
  eritrean: {
    women: 'Selam Luwam Saba Feven Rahwa Senait Winta Bethlehem',
    men: 'Yonas Filmon Tekle Habtom Robel Mebrahtu Dawit Samson',
    family: 'Tesfay Ghebre Kidane Haile Berhe Tekeste Mehari Alem',
  },
  ukrainian: {
    women: 'Olena Oksana Iryna Nadiia Halyna Yuliia',
    men: 'Taras Bohdan Andrii Mykola Serhii Pavlo',
    family: 'Bondar Kravets Melnyk Shevchuk Rudenko Koval',
  },
  rohingya: {
    women: 'Nur Hamida Senuara Rashida',
    men: 'Mohammed Anwar Sayed Zubair',
    family: 'Begum Alam Hussain Ullah',
  },
  turkish: {
    women: 'Aylin Sevgi Zeynep Derya',
    men: 'Emre Hakan Serkan Volkan',
    family: 'Yıldız Aydın Kaplan Şahin',
  },
  tamil: { women: 'Kavitha Vasuki Thilaga', men: 'Suresh Kumaran Ragavan', family: 'Sivakumar Rajan Nadesan' },
  chinese: { women: 'Mei-Ling Siu-Fong Wai-Yee', men: 'Kwok-Wai Chi-Ming Ka-Ho', family: 'Lam Cheung Tse' },
  vietnamese: { women: 'Thu Hằng Linh', men: 'Minh Tuấn Quang', family: 'Phạm Vũ Đặng' },
  albanian: { women: 'Arta Blerta Mirela', men: 'Ilir Besnik Gëzim', family: 'Hoxha Shala Krasniqi' },
  congolese: { women: 'Mireille Clarisse Nadège', men: 'Patrice Cédric Trésor', family: 'Ilunga Kabongo Mbuyi' },
  british: { women: 'Hazel Joanne Philippa', men: 'Martin Callum Derek', family: 'Whitcombe Ashdown Pellow' },
  nepali: { women: 'Sarita Kamala', men: 'Bishnu Prakash', family: 'Gurung Thapa' },
} as const satisfies Record<string, Names>;

export type NamePool = keyof typeof pools;

export type Gender = 'woman' | 'man';

export interface MadeUpName {
  full: string;
  gender: Gender;
}

export interface NameWish {
  pool: NamePool;
  /** Patients and interpreters never share a family name: nobody is to look like their own relative's interpreter. */
  of: 'patient' | 'interpreter';
  gender?: Gender | undefined;
}

/** Hands out each name once. */
export class NameBook {
  private readonly taken = new Set<string>();

  constructor(private readonly dice: Dice) {}

  reserve(name: string): void {
    this.taken.add(name);
  }

  next({ pool, of, gender: wanted }: NameWish): MadeUpName {
    const { women, men, family } = pools[pool];
    const families = family.split(' ').filter((_, place) => place % 2 === (of === 'patient' ? 1 : 0));
    for (;;) {
      const gender = wanted ?? (this.dice.roll() < 0.55 ? 'woman' : 'man');
      const full = `${this.dice.pick((gender === 'woman' ? women : men).split(' '))} ${this.dice.pick(families)}`;
      if (this.taken.has(full)) continue;
      this.taken.add(full);
      return { full, gender };
    }
  }
}
