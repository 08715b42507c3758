# escape=`
FROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-1809
RUN dotnet `
  build
