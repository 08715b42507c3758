FROM tomcat:10.1-jdk21
COPY app.war /usr/local/tomcat/webapps/ROOT.war
