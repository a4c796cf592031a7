import { pointFromTyping } from './position';

describe('a position as a map copies it', () => {
  it('reads latitude and longitude', () => {
    expect(pointFromTyping('51.5463, -0.0554')).toEqual({ latitude: 51.5463, longitude: -0.0554 });
    expect(pointFromTyping('15.5 32.56')).toEqual({ latitude: 15.5, longitude: 32.56 });
  });

  it.each(['', 'Marlowe Road', '95, 10', '51.5', '51.5, 190'])('refuses “%s”', (text) => expect(pointFromTyping(text)).toBeNull());
});
