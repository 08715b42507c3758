// A docker save archive compressed by zstd 1.5 at level 19 with a checksum: blocks as the program itself writes them, for
// nothing here can write such.

export const zstdArchive =
  "KLUv/WQAPwUdAFargCQAcfR8rBHIiIgBKS5rC+mFsT/YLxNnwL9tb/AzWBKAqkqAjQ1yAHUAeACUDxQcOOg99qe+euDryPwQbK11" +
  "t2sdKfQdpWvUNfS0uYskCfprKl8EOQn1bNNJJiGX/kj++EuRhNDBKMGmzgObR7CD46XiUlnddMPWtOytuPoHhIe4pK6NXirPmLI0" +
  "szzWGOull8f18t7TS6bcDKceVd7ReZQ0Rk+iLXIQarClliBGaUfvwUfGR2OUMzqUE5LsyZ8/6eMeix5C+J5zrTXG2AJgq0N8Wmea" +
  "wdl/8hWTPZKZjPGZecnF/TyNsdePpyp15J3OVx7B0TEcZA9qDELoUbBja3QqANZIrHEUCQoHDQwGDwBv6yTRR695S6/1k3S+nq3n" +
  "PzC2S0zC51Ep+b+UumX0icrK1WJSlRKZAMZh+sFALCgQrEiRUd2Ma2RiTUtiVgpK68TVZ/hPMvLCNN9bLUdlY1qQSu2VGBRbKXzf" +
  "MyX+FSXLzzUiK1+OFTF1O7B+PK3bmtb87F/JtfE4yAUTCMsxAXGHO3mGRdCsstj09krcNvQrXL2tnu2V9ie3gVQ4X2srG9OSVJdm" +
  "pybLAUkOOthg/LQ1apBUeW4kJkeFwdeoeFqQOu3FFQLsosn4abUuaZoqbzPthZNdVmoycQev8yXL0VzyEYnXhnOQPRF17nHSQ+05" +
  "jAKAmqBhsUIMCY2CkgKXhjFwRmRmRsjmHoECErHZX1hgo2TlHq4vxt1RoFX9NgkPLjJ3ZLqugGQDuGoHpHgGWKczAE2FXqxRGZrg" +
  "r92bl99t5DthawB0EGCIQTytXhqSZ0ccoY5jvyfQ5+/FPSj4AdCZbICnannfAZryEvRasxInaBsYlSwCjxEAlK5IQhkj8WYWgK0A" +
  "S6nlhhAEqBIg0jhpwEi5JmA81UBpzzfgf884/i8VTDZAU20hzCin/ud6ADyiAXCWKhWcUGIg6RWjCWC1AKmdikQ7New3YBLBIxoQ" +
  "H0gMPDSw2gCRCAOuVgQYo2oDOHU7cBlx/pMBD6CO+r8agSpNKt7WS10wahJQ0UTNO9eTDQCpCaAmcRVN1LzzerIBmZogapKpaFDz" +
  "Xo/qBVFJRp1Gqt/XQ11g6gEQqBukHMWU7s8qCw9h8WNTB3SsDYhkwK+DRLUqL4ZVoAAVx1JliAHMOiAOAmnld4CobmUgyQaghghS" +
  "B3Tax1DfMtloADwrb1HUAAtJggJ8iPlV2oFJCC9AdXMgAcSmIgXMYqJz";
