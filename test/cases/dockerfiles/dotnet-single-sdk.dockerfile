FROM mcr.microsoft.com/dotnet/sdk:9.0
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /app
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/Web.dll"]
