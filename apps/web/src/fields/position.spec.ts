import { pointFromTyping, positionWords } from './position';

const here = { latitude: 51.5463, longitude: -0.0554 };

describe('a position as a map copies it', () => {
  it('reads latitude and longitude', () => {
    expect(pointFromTyping('51.5463, -0.0554')).toEqual(here);
    expect(pointFromTyping('15.5 32.56')).toEqual({ latitude: 15.5, longitude: 32.56 });
    expect(pointFromTyping('(51.5463, -0.0554)')).toEqual(here);
  });

  it.each([
    'https://www.google.com/maps/@51.5463,-0.0554,17z',
    'https://www.google.com/maps/place/Riverside+Clinic/@51.6,-0.1,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d51.5463!4d-0.0554!16s',
    'https://www.google.com/maps?q=51.5463,-0.0554',
    'https://www.google.com/maps/search/?api=1&query=51.5463%2C-0.0554',
    'https://www.openstreetmap.org/?mlat=51.5463&mlon=-0.0554#map=18/51.6/-0.1',
    'https://www.openstreetmap.org/#map=18/51.5463/-0.0554',
    'https://maps.apple.com/?ll=51.5463,-0.0554&q=Riverside',
    'https://maps.apple.com/place?coordinate=51.5463,-0.0554&name=Riverside',
    'geo:51.5463,-0.0554?z=17',
  ])('reads the link %s', (link) => {
    expect(pointFromTyping(link)).toEqual(here);
  });

  it('reads degrees by the compass', () => {
    expect(pointFromTyping('51.5463° N, 0.0554° W')).toEqual(here);
    const point = pointFromTyping(`51°32'46.7"N 0°03'19.4"W`);
    expect(point?.latitude).toBeCloseTo(51.54631, 4);
    expect(point?.longitude).toBeCloseTo(-0.05539, 4);
  });

  it.each(['', 'Marlowe Road', '95, 10', '51.5', '51.5, 190', 'https://www.google.com/maps/place/Riverside', 'https://maps.app.goo.gl/abc123', 'https://example.org/?q=95,10'])('refuses “%s”', (text) =>
    expect(pointFromTyping(text)).toBeNull(),
  );

  it('says what to do about a link that hides it', () => {
    expect(positionWords.wrongIn('https://maps.app.goo.gl/abc123')).toMatch(/^A short link does not say/);
    expect(positionWords.wrongIn('https://www.google.com/maps/place/Riverside')).toMatch(/^There is no position in this link/);
    expect(positionWords.wrongIn('Marlowe Road')).toBe(positionWords.wrong);
  });
});
